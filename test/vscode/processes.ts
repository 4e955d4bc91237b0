/** The processes of the machine. */
import { execFileSync } from 'node:child_process';

export interface Process {
  readonly pid: number;
  /** The process that started it. */
  readonly parent: number;
}

/** The processes whose command line holds this text. */
export function processesWith(text: string): Process[] {
  const [program, args] =
    process.platform === 'win32'
      ? [
          'powershell',
          [
            '-NoProfile',
            '-Command',
            'Get-CimInstance Win32_Process | % { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }',
          ],
        ]
      : (['ps', ['-A', '-ww', '-o', 'pid=,ppid=,args=']] as const);
  return execFileSync(program!, args as string[], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\n')
    .filter(line => line.includes(text))
    .map(line => {
      const [pid, parent] = line.trim().split(/\s+/).map(Number);
      return { pid: pid!, parent: parent! };
    });
}

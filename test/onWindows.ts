/** What tests expect of Windows, and no other system has. */

/** A path as it comes back from its address: `C:\papers` as `c:\papers`, as VS Code shows it. */
export function withSmallDrive(path: string): string {
  return path.replace(/^[A-Z]:/, letter => letter.toLowerCase());
}

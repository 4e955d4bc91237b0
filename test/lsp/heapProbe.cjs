/**
 * Loaded into a server that is tested: at SIGUSR2 it collects garbage, and writes what is in use as a line of JSON to
 * file descriptor 3.
 */
const { writeSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  writeSync(3, `${JSON.stringify({ heapUsed, rss })}\n`);
});

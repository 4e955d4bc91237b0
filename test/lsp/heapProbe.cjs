/**
 * Loaded into a server that is tested: whenever it is written to file descriptor 3, it collects garbage and answers there
 * with what is in use, as a line of JSON.
 */
const { Socket } = require('node:net');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const asked = new Socket({ fd: 3 });
asked.on('data', () => {
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  asked.write(`${JSON.stringify({ heapUsed, rss })}\n`);
});
asked.unref();

// Loaded into a run that is weighed: says at its end, on a stream of its own, what it took. Memory and time are the process's, with
// all its threads; each of them loads this.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const { maxRSS } = process.resourceUsage();
    writeSync(3, JSON.stringify({ cpu: (user + system) / 1e3, peak: maxRSS / 1e3 }));
  });
}

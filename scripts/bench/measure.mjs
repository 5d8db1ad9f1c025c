// Runs commands in turn, and tells how long each took beside the others.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// A certificate bundle in the environment alone adds 65 ms to every start of node.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const PEAK = join(dirname(fileURLToPath(import.meta.url)), 'peak.cjs');

/**
 * Round after round, so that a slow minute falls on all rows alike; the first round warms the file cache and does not count.
 *
 * @returns a row a command, with its times in milliseconds, round by round
 */
export function measure(commands, runs) {
  const rows = commands.map(([name, command]) => ({ name, command, times: [] }));
  for (let round = 0; round <= runs; round++) {
    for (const row of rows) {
      const elapsed = time(row.name, row.command);
      if (round > 0) row.times.push(elapsed);
    }
  }
  return rows.map(({ name, times }) => ({ name, times, ...spread(times) }));
}

/** How often the one took as long as the other in the same round: median, least, most. */
export function ratio(row, other) {
  return spread(row.times.map((time, round) => time / other.times[round]));
}

function time(name, [command, ...rest]) {
  const start = process.hrtime.bigint();
  const run = spawnSync(command, rest, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  // 1: rg and ast-grep found nothing; 2: a file of the tree cannot be read
  if (run.error !== undefined || run.status === null || run.status > 2)
    throw new Error(`${name} failed: ${run.error ?? run.stderr}`);
  return elapsed;
}

/** What one run of node takes: `cpu` and `wall` in milliseconds, `peak` in megabytes, its threads and their parser included. */
export function weigh(args) {
  const start = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ['--require', PEAK, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  return { wall, ...JSON.parse(String(run.output[3])) };
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted[sorted.length - 1] };
}

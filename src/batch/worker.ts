import { parentPort, workerData } from 'node:worker_threads';
import { openLedger } from './ledger.js';
import { lookAt } from './look.js';
import { Gauge, type Order, type WorkerData } from './orders.js';

const { work, verdicts, gauges } = workerData as WorkerData;
const ledger = openLedger(verdicts);
const isStopped = (): boolean => Atomics.load(gauges, Gauge.stopped) !== 0;

/** A thread that is ended from outside while its parser is at work takes the process with it: so it ends by itself. */
parentPort?.on('message', async (order: Order) => {
  switch (order.kind) {
    case 'end':
      parentPort?.close();
      return;
    case 'look':
      lookAt(order, ledger, isStopped);
      Atomics.sub(gauges, Gauge.looks, 1);
      return;
    case 'convert':
      if (isStopped()) return;
      // Most threads are only asked to look.
      parentPort?.postMessage(await (await import('./deliver.js')).deliver(order, work));
      Atomics.sub(gauges, Gauge.bytes, order.bytes.length);
  }
});

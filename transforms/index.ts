import type { Conversion, Transform } from '../src/index.js';
import { asyncioRunToAwait } from './asyncio-run-to-await.js';
import { asyncioRunToGuard } from './asyncio-run-to-guard.js';
import { asyncioRunToRunUntilComplete } from './asyncio-run-to-run-until-complete.js';
import { awaitToAsyncioRun } from './await-to-asyncio-run.js';
import { awaitToRunUntilComplete } from './await-to-run-until-complete.js';
import { eventLoopPolicyToLoopFactory } from './event-loop-policy-to-loop-factory.js';
import { getEventLoopToGetRunningLoop } from './get-event-loop-to-get-running-loop.js';
import { guardToAsyncioRun } from './guard-to-asyncio-run.js';
import { guardToAwait } from './guard-to-await.js';
import { removeNestAsyncio } from './remove-nest-asyncio.js';
import { runUntilCompleteToAsyncioRun } from './run-until-complete-to-asyncio-run.js';
import { runUntilCompleteToAwait } from './run-until-complete-to-await.js';
import { syncTwinToAwait } from './sync-twin-to-await.js';
import { threadBridgeToAwait } from './thread-bridge-to-await.js';

/** Every named transform, in the order they are listed. */
export const transforms: readonly (Transform | Conversion)[] = [
  asyncioRunToAwait,
  awaitToAsyncioRun,
  asyncioRunToGuard,
  guardToAwait,
  guardToAsyncioRun,
  runUntilCompleteToAsyncioRun,
  runUntilCompleteToAwait,
  asyncioRunToRunUntilComplete,
  awaitToRunUntilComplete,
  removeNestAsyncio,
  getEventLoopToGetRunningLoop,
  eventLoopPolicyToLoopFactory,
  threadBridgeToAwait,
  syncTwinToAwait,
];

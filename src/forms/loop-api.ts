import type { Module } from '../python/module.js';
import { field } from '../python/node.js';
import type { Binding } from '../python/scopes.js';

/** What every event loop has: https://docs.python.org/3/library/asyncio-eventloop.html; and what it keeps to itself. */
const LOOP_API = new RegExp(
  `^(?:_\\w*|${[
    'run_(?:forever|until_complete|in_executor)|stop|is_(?:running|closed)|close|shutdown_(?:asyncgens|default_executor)',
    'call_(?:soon|soon_threadsafe|later|at|exception_handler)|time|create_(?:future|task)|default_exception_handler',
    '[gs]et_(?:debug|task_factory|exception_handler)|set_default_executor|slow_callback_duration|get(?:addr|name)info',
    'create_(?:connection|server|datagram_endpoint|unix_connection|unix_server)|connect_(?:accepted_socket|read_pipe|write_pipe)',
    '(?:add|remove)_(?:reader|writer|signal_handler)|sendfile|start_tls|sock_\\w+|subprocess_(?:shell|exec)',
  ].join('|')})$`,
);

/**
 * Whether a variable's loop is asked for something that loops do not have: a policy of the file's own makes it, or somebody
 * put it there, and the loop that runs elsewhere has it not.
 *
 *     asyncio.set_event_loop_policy(SchedulerPolicy())
 *     loop = asyncio.get_event_loop()
 *     loop.schedule(work())
 */
export function hasOwnMethod(binding: Binding, module: Module): boolean {
  return binding.references.some(({ parent, field: role }) => {
    const name = parent?.type === 'attribute' && role === 'object' ? field(parent, 'attribute') : undefined;
    return name !== undefined && !LOOP_API.test(module.text(name));
  });
}

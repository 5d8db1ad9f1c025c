/** A synchronous function of a library that drives a loop of its own, and what does the same where a loop is running. */
export interface Twin {
  /** Qualified name, of a function or of a method of whatever the class in front of it makes. */
  readonly name: string;
  /** The name that takes the place of the last one; absent where there is more to it than another name. */
  readonly twin?: string;
  /** What the call is wrapped in, for a function whose twin takes the same arguments elsewhere: `Server(Config(` … `)).serve()`. */
  readonly wrapped?: readonly [open: string, close: string];
  /** The call must have exactly one argument: the twin takes no others. */
  readonly single?: true;
  /** Arguments that the twin does not take, or that mean what it does not do: more than one process, a restart. */
  readonly without?: readonly string[];
  /** So many positional arguments mean the same to both. */
  readonly positional?: number;
  /** What a person should write. */
  readonly advice: string;
}

/** `package.Class.method:twin`, a pair of the project's own. */
export function isTwin(pair: string): boolean {
  return /^\w+(?:\.\w+)+:\w+$/.test(pair);
}

/** `pydantic_ai.Agent.run_sync:run`: the twin's name takes the place of the last one; the same arguments, awaited. */
export function renamed(pair: string, object: string): Twin {
  const [name = '', twin = ''] = pair.split(':');
  return { name, twin, advice: `\`await ${object}.${twin}(…)\`` };
}

/** Classes of Discord libraries that run by themselves; `start` takes the token, and not how to log. */
const DISCORD = [
  ...['Client', 'Bot', 'AutoShardedClient', 'AutoShardedBot', 'ext.commands.Bot', 'ext.commands.AutoShardedBot'].map(
    (name) => `discord.${name}`,
  ),
  ...['nextcord', 'disnake'].flatMap((library) =>
    ['Client', 'AutoShardedClient', 'ext.commands.Bot', 'ext.commands.AutoShardedBot'].map(
      (name) => `${library}.${name}`,
    ),
  ),
  'disnake.ext.commands.InteractionBot',
];

const LLAMA_EVALUATORS = [
  'AnswerRelevancyEvaluator',
  'ContextRelevancyEvaluator',
  'CorrectnessEvaluator',
  'FaithfulnessEvaluator',
  'GuidelineEvaluator',
  'PairwiseComparisonEvaluator',
  'RelevancyEvaluator',
  'SemanticSimilarityEvaluator',
];

/** What `ib_insync` and its successor ask of the broker, each with `…Async` beside it. */
const BROKER = [
  'accountSummary',
  'connect',
  'qualifyContracts',
  'reqContractDetails',
  'reqExecutions',
  'reqFundamentalData',
  'reqHistoricalData',
  'reqHistoricalTicks',
  'reqMatchingSymbols',
  'reqOpenOrders',
  'reqPositions',
  'reqScannerData',
  'reqSecDefOptParams',
  'reqTickers',
];

/**
 * Synchronous wrappers that fail where a loop is running, by the name they are imported under. What they do inside is their
 * libraries' business, so a rewrite to the twin is likely right, not proved: it is unsafe (behaviour.md §5).
 *
 *     agent.run_sync(question)   →  await agent.run(question)
 *     uvicorn.run(app, port=80)  →  await uvicorn.Server(uvicorn.Config(app, port=80)).serve()
 */
export const twins: readonly Twin[] = [
  // Agents
  renamed('pydantic_ai.Agent.run_sync:run', 'agent'),
  renamed('pydantic_ai.agent.Agent.run_sync:run', 'agent'),
  renamed('pydantic_ai.direct.model_request_sync:model_request', 'direct'),
  renamed('pydantic_graph.Graph.run_sync:run', 'graph'),
  renamed('pydantic_evals.Dataset.evaluate_sync:evaluate', 'dataset'),
  renamed('agents.Runner.run_sync:run', 'Runner'),
  renamed('browser_use.Agent.run_sync:run', 'agent'),
  { ...renamed('marvin.run:run_async', 'marvin'), positional: 5 },
  { ...renamed('controlflow.run:run_async', 'controlflow'), without: ['agent', 'flow', 'stream'] },
  renamed('parsera.Parsera.run:arun', 'parsera'),
  // Documents
  renamed('llama_parse.LlamaParse.load_data:aload_data', 'parser'),
  renamed('llama_cloud_services.LlamaParse.load_data:aload_data', 'parser'),
  renamed('llama_cloud_services.LlamaParse.parse:aparse', 'parser'),
  ...LLAMA_EVALUATORS.flatMap((name) => [
    renamed(`llama_index.core.evaluation.${name}.evaluate:aevaluate`, 'evaluator'),
    renamed(`llama_index.core.evaluation.${name}.evaluate_response:aevaluate_response`, 'evaluator'),
  ]),
  renamed('llama_index.core.evaluation.RetrieverEvaluator.evaluate:aevaluate', 'evaluator'),
  ...['evaluate_queries', 'evaluate_responses', 'evaluate_response_strs'].map((name) =>
    renamed(`llama_index.core.evaluation.BatchEvalRunner.${name}:a${name}`, 'runner'),
  ),
  // Servers
  {
    name: 'uvicorn.run',
    wrapped: ['uvicorn.Server(uvicorn.Config', ').serve()'],
    without: ['app_dir', 'reload', 'workers'],
    advice: '`await uvicorn.Server(uvicorn.Config(…)).serve()`',
  },
  { ...renamed('quart.Quart.run:run_task', 'app'), without: ['use_reloader', 'loop'], positional: 3 },
  renamed('fastmcp.FastMCP.run:run_async', 'mcp'),
  { name: 'mcp.server.fastmcp.FastMCP.run', advice: '`await mcp.run_stdio_async()`, or that of the transport in use' },
  { name: 'aiohttp.web.run_app', advice: 'an `AppRunner` and a `TCPSite`, whose `setup()` and `start()` are awaited' },
  {
    name: 'sanic.Sanic.run',
    advice:
      '`server = await app.create_server(return_asyncio_server=True)`, `await server.startup()` and `await server.serve_forever()`',
  },
  // Bots
  ...DISCORD.map((owner): Twin => ({ ...renamed(`${owner}.run:start`, 'bot'), single: true })),
  renamed('aiogram.Dispatcher.run_polling:start_polling', 'dispatcher'),
  { name: 'pyrogram.Client.run', advice: '`await app.start()`, and `await pyrogram.idle()`' },
  ...['ApplicationBuilder', 'Application.builder'].flatMap((maker) =>
    ['run_polling', 'run_webhook'].map((method) => ({
      name: `telegram.ext.${maker}.${method}`,
      advice: '`await app.initialize()`, `await app.start()` and `await app.updater.start_polling()`',
    })),
  ),
  // Brokers
  ...['ib_insync', 'ib_async'].flatMap((library) => [
    ...BROKER.map((method) => renamed(`${library}.IB.${method}:${method}Async`, 'ib')),
    {
      name: `${library}.IB.reqHeadTimeStamp`,
      advice: '`await ib.reqHeadTimeStampAsync(…, formatDate=1)`, where `formatDate` has no default',
    },
  ]),
  // Browsers
  {
    name: 'playwright.sync_api.sync_playwright',
    advice: 'the async API: `async with async_playwright() as p:`, with an `await` on every call',
  },
];

/**
 * What the table was compared with: both functions are there, the twin gives something to await, and the arguments that the
 * rewrite leaves in place mean the same to it.
 */
export const COMPARED: Readonly<Record<string, string>> = {
  pydantic_ai: '2.68',
  pydantic_graph: '2.68',
  pydantic_evals: '2.62',
  agents: 'openai-agents 0.24',
  browser_use: '0.13',
  marvin: '3.2, in its source',
  controlflow: '0.12, in its source',
  parsera: '0.2, in its source',
  llama_parse: '0.6',
  llama_cloud_services: '0.6',
  llama_index: '0.14',
  uvicorn: '0.54',
  quart: '0.22',
  fastmcp: '4.2',
  mcp: '1.30; there is no `mcp.server.fastmcp` in 2',
  aiohttp: '3.14',
  sanic: '25.12',
  discord: 'discord.py 2.7 and py-cord 2.8',
  nextcord: '3.2',
  disnake: '2.12',
  aiogram: '3.31',
  pyrogram: '2.0',
  telegram: 'python-telegram-bot 22.8',
  ib_insync: '0.9',
  ib_async: '2.1',
  playwright: '1.65',
};

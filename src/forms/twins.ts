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
  /** Arguments that mean more than one process, or a restart: what the twin does not do. */
  readonly without?: readonly string[];
  /** What a person should write. */
  readonly advice: string;
}

/** `package.Class.method:twin`, a pair of the project's own. */
export function isTwin(pair: string): boolean {
  return /^\w+(?:\.\w+)+:\w+$/.test(pair);
}

/**
 * Synchronous wrappers that fail where a loop is running, by the name they are imported under. What they do inside is their
 * libraries' business, so a rewrite to the twin is likely right, not proved: it is unsafe (behaviour.md §5).
 *
 *     agent.run_sync(question)   →  await agent.run(question)
 *     uvicorn.run(app, port=80)  →  await uvicorn.Server(uvicorn.Config(app, port=80)).serve()
 */
export const twins: readonly Twin[] = [
  // Agents
  { name: 'pydantic_ai.Agent.run_sync', twin: 'run', advice: '`await agent.run(…)`' },
  { name: 'pydantic_ai.agent.Agent.run_sync', twin: 'run', advice: '`await agent.run(…)`' },
  { name: 'agents.Runner.run_sync', twin: 'run', advice: '`await Runner.run(…)`' },
  { name: 'browser_use.Agent.run_sync', twin: 'run', advice: '`await agent.run(…)`' },
  { name: 'marvin.run', twin: 'run_async', advice: '`await marvin.run_async(…)`' },
  { name: 'controlflow.run', twin: 'run_async', advice: '`await controlflow.run_async(…)`' },
  // Documents
  { name: 'llama_parse.LlamaParse.load_data', twin: 'aload_data', advice: '`await parser.aload_data(…)`' },
  { name: 'llama_cloud_services.LlamaParse.load_data', twin: 'aload_data', advice: '`await parser.aload_data(…)`' },
  { name: 'llama_cloud_services.LlamaParse.parse', twin: 'aparse', advice: '`await parser.aparse(…)`' },
  // Servers
  {
    name: 'uvicorn.run',
    wrapped: ['uvicorn.Server(uvicorn.Config', ').serve()'],
    without: ['reload', 'workers'],
    advice: '`await uvicorn.Server(uvicorn.Config(…)).serve()`',
  },
  { name: 'quart.Quart.run', twin: 'run_task', advice: '`await app.run_task(…)`' },
  { name: 'aiohttp.web.run_app', advice: 'an `AppRunner` and a `TCPSite`, whose `setup()` and `start()` are awaited' },
  // Bots
  { name: 'discord.Client.run', twin: 'start', single: true, advice: '`await client.start(token)`' },
  { name: 'discord.Bot.run', twin: 'start', single: true, advice: '`await bot.start(token)`' },
  { name: 'discord.ext.commands.Bot.run', twin: 'start', single: true, advice: '`await bot.start(token)`' },
  ...['ApplicationBuilder', 'Application.builder'].flatMap((maker) =>
    ['run_polling', 'run_webhook'].map((method) => ({
      name: `telegram.ext.${maker}.${method}`,
      advice: '`await app.initialize()`, `await app.start()` and `await app.updater.start_polling()`',
    })),
  ),
  // Browsers
  {
    name: 'playwright.sync_api.sync_playwright',
    advice: 'the async API: `async with async_playwright() as p:`, with an `await` on every call',
  },
];

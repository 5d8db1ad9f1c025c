import { dirname } from 'node:path';
import { createConfigs, type DirectoryConfig } from '../batch/config.js';
import type { OnBug, Work } from '../batch/convert-bytes.js';
import { type DiscoverOptions, discover } from '../batch/discover.js';
import type { Entry } from '../batch/entries.js';
import { createGlobs } from '../batch/globs.js';
import type { WorkName } from '../batch/orders.js';
import type { PatchFile } from '../batch/patch.js';
import { type BatchOptions, prefilterOptions, runBatch } from '../batch/run.js';
import { isDirectory } from '../batch/stats.js';
import { systemMessage } from '../batch/system-error.js';
import type { Verifier } from '../batch/verify.js';
import { createPaint, printable, question } from '../reporters/index.js';
import { optionsByFile } from './convert-options.js';
import { openCrew } from './crew.js';
import type { Exporter } from './export.js';
import { exportJobs } from './export-jobs.js';
import { watchForInterrupt } from './interrupt.js';
import type { Interview } from './interview.js';
import { createProgress } from './progress.js';
import { openSession, type Session } from './session.js';
import type { Settings } from './settings.js';
import { showSettings } from './show-settings.js';
import { tellWarm } from './start/warm.js';
import { executeStdin } from './stdin.js';
import { hasColor, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { openWorkshop } from './workshop.js';

/** What a command does: to each file in its place, and, for `-o` and `--out-dir`, to make another kind of file of it. */
export interface Task {
  readonly work: Work;
  /** What a worker, and a cache, know it by; absent where neither can have it. */
  readonly name?: WorkName;
  readonly exporter?: () => Promise<Exporter>;
  /** Every file is looked at, not only those that may hold a run site. */
  readonly readsAll?: boolean;
  /** It chooses its target itself. */
  readonly anyTarget?: boolean;
}

/** Does the task of a command over all its files, and reports. @returns the exit code. */
export async function execute(settings: Settings, task: Task, terminal: Terminal): Promise<number> {
  const verifier = await loadVerifier(settings, terminal);
  try {
    return await executeWith(verifier, settings, task, terminal);
  } finally {
    verifier?.close();
  }
}

async function executeWith(
  verifier: Verifier | undefined,
  settings: Settings,
  task: Task,
  terminal: Terminal,
): Promise<number> {
  const { work, exporter, name, readsAll = false, anyTarget = false } = task;
  const configs = createConfigs(settings.config);
  const optionsFor = optionsByFile(configs, settings.convert);
  // A configuration that cannot be used is told before anything is done.
  const start = configs(startDirectory(settings));
  if (settings.showSettings) {
    await terminal.print({ out: showSettings(start, settings) });
    return 0;
  }
  const isExport = (settings.output ?? settings.outDir) !== undefined;
  if (isExport && exporter === undefined) throw new UsageError('--output and --out-dir are for `convert`');
  const { stdin } = settings;
  if (stdin !== undefined && !isExport) return executeStdin(settings, stdin, { work, verifier }, optionsFor, terminal);

  const interrupt = watchForInterrupt();
  let onBug: OnBug = () => {};
  const isAlone = name === undefined || isExport || settings.interactive;
  const crew = isAlone
    ? undefined
    : openCrew(settings, {
        work: name,
        optionsFor: prefilterOptions({ optionsFor, anyTarget }),
        onBug: (...bug) => onBug(...bug),
      });
  const entries: readonly Entry[] =
    stdin === undefined
      ? await changed(
          settings,
          await discover(settings.paths, {
            ...discoverOptions(settings, configs, start, terminal),
            isOver: interrupt.asked,
            onDirectory: configs.note,
            ...(crew !== undefined && { onFiles: crew.onFiles }),
          }),
          startDirectory(settings),
        )
      : [{ kind: 'file', path: stdin, explicit: true, number: 0 }];
  if (await interrupt.asked()) {
    await crew?.close();
    await terminal.print({ err: `interrupted: ${entries.length} files found, none done\n` });
    return INTERRUPTED;
  }
  const jobs = isExport ? exportJobs(settings, entries) : [];
  const progress = createProgress(entries.length, terminal, settings.quiet || settings.interactive);
  const session = await openSession(settings, terminal, progress);
  onBug = session.onBug;
  for (const entry of entries) if (entry.kind === 'passed-over') session.skip();
  if (isExport && exporter !== undefined) {
    const bytes = stdin === undefined ? {} : { stdin: await terminal.readStdin() };
    const { exportAll } = await import('./export.js');
    await exportAll(jobs, {
      convert: work,
      exporter: await exporter(),
      optionsFor,
      session,
      terminal,
      verifier,
      root: settings.outDir,
      ...bytes,
    });
    await tellVerified(verifier, session);
    interrupt.release();
    return session.end();
  }
  const interview = settings.interactive ? await openInterview(work, settings, terminal) : undefined;
  const patch = await openPatch(settings);
  const assignment = interview === undefined ? { work, name } : { work: interview.work, name: undefined };
  const workshop = await openWorkshop(settings, { ...assignment, helper: crew?.helper }, session);
  const { convert, helper, seen } = workshop;
  const batch: BatchOptions = {
    ...{ convert, helper, seen, ledger: crew?.ledger, optionsFor, readsAll, anyTarget, verifier, patch },
    write: settings.write,
  };
  const isDirty =
    settings.write && !settings.allowDirty
      ? (await loadGit()).uncommitted(entries.map(({ path }) => path))
      : () => false;
  let done = 0;
  let withSites = 0;
  let isCut = false;
  try {
    for (const step of runBatch(entries, batch)) {
      const outcome = step instanceof Promise ? await step : step;
      if (outcome === undefined) continue;
      isCut = interview?.state === 'cancelled';
      if (isCut) break;
      const { status, source, sites } = outcome.result;
      if (status === 'changed' && isDirty(source.path))
        await session.note(`${source.path} had changes that are not committed`);
      // Most files of a tree are done in a few microseconds: what need not be waited for is not.
      const printed = session.file(outcome);
      if (printed !== undefined) await printed;
      if (sites.length > 0) {
        withSites += 1;
        if (withSites === WARM_AFTER) tellWarm();
      }
      done += 1;
      const shown = progress.at(done);
      if (shown !== undefined) await shown;
      const asked = interrupt.asked();
      isCut = asked !== false && (await asked);
      if (isCut || interview?.state === 'quit') break;
    }
  } finally {
    await crew?.close();
    await workshop.close();
  }
  interrupt.release();
  patch?.close();
  await tellVerified(verifier, session);
  const far = `${done} of ${entries.length} files done`;
  const note = isCut ? `interrupted: ${far}` : interview?.state === 'quit' ? `quit: ${far}` : undefined;
  const code = await session.end(note);
  return isCut ? INTERRUPTED : code;
}

/** Files with a site. */
const WARM_AFTER = 3;

/** As shells have it for SIGINT. */
const INTERRUPTED = 130;

/** `--since`: problems stay, for a file that is not there cannot be told from one that has changed. */
async function changed({ since }: Settings, entries: readonly Entry[], directory: string): Promise<readonly Entry[]> {
  if (since === undefined) return entries;
  const { changedSince, GitError } = await loadGit();
  try {
    const isChanged = changedSince(since, directory);
    return entries.filter((entry) => entry.kind !== 'file' || isChanged(entry.path));
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`--since ${since}: ${error.message}`);
    throw error;
  }
}

/** `--interactive`: the same work, asked about group by group. */
async function openInterview(work: Work, settings: Settings, terminal: Terminal): Promise<Interview> {
  const [{ createInterview }, { stepBetween }, { prompt }] = await Promise.all([
    import('./interview.js'),
    import('./interview-step.js'),
    import('./prompt.js'),
  ]);
  const paint = createPaint(hasColor(settings.color, 'out', terminal));
  return createInterview(work, async ({ offer, number, of, ...views }) => {
    await terminal.print({ out: question(offer, { ...views, step: stepBetween(views.before, views.after) }, paint) });
    return prompt(`Convert? (${number} of ${of} in ${printable(views.after.source.path)})`);
  });
}

/** Processes and hashes are only loaded by who needs them: most runs are over before that would be. */
function loadGit(): Promise<typeof import('../batch/git.js')> {
  return import('../batch/git.js');
}

/** @throws {UsageError} where there is no CPython for `--verify`. */
async function loadVerifier(settings: Settings, terminal: Terminal): Promise<Verifier | undefined> {
  if (settings.verify === undefined || settings.showSettings) return undefined;
  const { openVerifier } = await import('./verify.js');
  return openVerifier(settings, terminal);
}

/** Tells what was compiled, and by which CPython. */
async function tellVerified(verifier: Verifier | undefined, session: Session): Promise<void> {
  for (const line of verifier?.summary() ?? []) await session.note(line);
}

/** @throws {UsageError} where it cannot be written: that is told before anything else is. */
async function openPatch({ patch }: Settings): Promise<PatchFile | undefined> {
  if (patch === undefined) return undefined;
  const { createPatchFile } = await import('../batch/patch.js');
  try {
    return createPatchFile(patch, process.cwd());
  } catch (error) {
    throw new UsageError(`--patch: cannot write ${patch}: ${systemMessage(error)}`);
  }
}

/** The directory whose configuration holds for the run as a whole. */
function startDirectory(settings: Settings): string {
  const first = settings.stdin ?? settings.paths[0]?.path ?? '.';
  return isDirectory(first) ? first : dirname(first);
}

function discoverOptions(
  settings: Settings,
  configs: (directory: string) => DirectoryConfig,
  start: DirectoryConfig,
  terminal: Terminal,
): DiscoverOptions {
  const here = process.cwd();
  return {
    globs(directory) {
      const { base, include, exclude } = configs(directory).config;
      const included =
        settings.include.length > 0 ? { base: here, patterns: settings.include } : { base, patterns: include };
      return createGlobs(
        [included],
        [
          { base: here, patterns: settings.exclude },
          { base, patterns: exclude },
        ],
      );
    },
    respectGitignore: settings.respectGitignore ?? start.config.respectGitignore ?? true,
    forceExclude: settings.forceExclude ?? start.config.forceExclude ?? false,
    environment: terminal.environment,
  };
}

import { dirname, extname, resolve } from 'node:path';
import { isDirectory } from '../batch/stats.js';
import type { Page } from '../reporters/html/page.js';
import type { ReportStyle } from '../reporters/index.js';
import { refuseToOverwrite } from './overwrite.js';
import type { Settings } from './settings.js';
import { UsageError } from './usage-error.js';

/**
 * The page that `--report` asks for; loaded only then.
 *
 * @throws {UsageError} where its file cannot be written: that is told before anything is done.
 */
export async function openReport({ report, patch }: Settings, style: ReportStyle): Promise<Page | undefined> {
  if (report === undefined) return undefined;
  refuse(report);
  if (patch !== undefined && resolve(patch) === resolve(report)) {
    throw new UsageError('--report and --patch name the same file');
  }
  const { openPage } = await import('../reporters/html/page.js');
  return openPage(style);
}

/** @returns why it could not be written, if it could not. */
export async function writeReport(path: string, text: string): Promise<string | undefined> {
  const { createFile } = await import('../batch/write.js');
  const done = createFile(path, Buffer.from(text, 'utf8'));
  return done.ok ? undefined : `--report: cannot write ${path}: ${done.reason}`;
}

function refuse(path: string): void {
  if (!/^\.html?$/i.test(extname(path))) throw new UsageError(`--report: \`${path}\` is no .html file`);
  if (!isDirectory(dirname(path))) throw new UsageError(`--report: cannot write ${path}: no such directory`);
  if (isDirectory(path)) throw new UsageError(`--report: \`${path}\` is a directory`);
  refuseToOverwrite('--report', path);
}

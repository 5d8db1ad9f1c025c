/** The public API: all that transforms/ and third parties import. */
export { catalog, type DiagnosticCode, entry, fill, type Severity } from './catalog/index.js';
export { convert, scan } from './convert.js';
export type { Cell, Document, Magic, Source } from './documents/document.js';
export { openDocument } from './documents/index.js';
export { insertBefore, replace } from './edits.js';
export type { Diagnostic, Finding, Rewrite, Safety } from './findings.js';
export type { ConvertOptions, GuardStyle, TargetName } from './options.js';
export type { Call, Module } from './python/module.js';
export { ancestors, descendants, field, type Node, statementOf } from './python/node.js';
export { loadParser } from './python/parser.js';
export type { Standing, StandingKind } from './python/standing.js';
export type { PythonVersion } from './python/version.js';
export { removeStatement } from './removals.js';
export type { Located, Result, SiteReport, SiteStatus } from './result.js';
export type { Edit, Location, Range } from './text.js';

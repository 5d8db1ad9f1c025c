/** The public API: all that transforms/ and third parties import. */
export { applyTransform } from './apply.js';
export { type Explanation, explain } from './catalog/explanation.js';
export type { DiagnosticCode, Severity } from './catalog/index.js';
export { convert, scan } from './convert.js';
export type {
  Cell,
  CellKind,
  Document,
  DocumentNote,
  Magic,
  OpenOptions,
  Source,
  SpliceOptions,
} from './documents/document.js';
export { openDocument } from './documents/index.js';
export { dedent, indent, insertAfter, insertAt, insertBefore, removeArgument, replace, unwrapBlock } from './edits.js';
export { exportDocument } from './export.js';
export type { CustomCode, Diagnostic, Finding, Rewrite, Safety } from './findings.js';
export {
  type ConvertOptions,
  GUARD_STYLES,
  type GuardStyle,
  type Importer,
  type Offer,
  type Settings,
  TARGET_NAMES,
  type TargetName,
} from './options.js';
export type { Call } from './python/call.js';
export { freshName } from './python/imports.js';
export { type Fault, type Module, parseModule } from './python/module.js';
export { ancestors, descendants, field, fields, type Node, statementOf, unparenthesized } from './python/node.js';
export { loadParser, type SyntaxFault } from './python/parser.js';
export type { Meaning } from './python/resolve.js';
export type { Binding, Definition, DefinitionKind, Scope, ScopeKind, ScopeTable } from './python/scopes.js';
export type { Standing, StandingKind } from './python/standing.js';
export { atLeast, type PythonVersion, parseVersion } from './python/version.js';
export type { Located, PromotedReport, Result, SiteReport, SiteStatus } from './result.js';
export { applySequence, type Step } from './sequence.js';
export type { Edit, Location, Range } from './text.js';
export { indentation, lineBreak, lineEnd, lineStart } from './text.js';
export {
  type Conversion,
  defineConversion,
  defineTransform,
  diagnose,
  type OptionSpec,
  type OptionSpecs,
  type OptionValue,
  type OwnDiagnostic,
  type RewriteExtras,
  rewrite,
  type Transform,
  TransformError,
} from './transform.js';

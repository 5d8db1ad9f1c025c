import { isBuiltin } from './builtins.js';
import type { Module } from './module.js';
import { descendants, field, type Node } from './node.js';
import { isStandardLibrary } from './stdlib.js';

/**
 * Whether an import may run before the statements in front of it: it means the same there, and none of them sets the stage
 * for it.
 */
export function mayImportEarlier(statement: Node, before: readonly Node[], module: Module): boolean {
  if (module.scopes.starImports.includes(statement)) return before.length === 0;
  const bindings = [...module.scopes.moduleScope.bindings.values()].filter((binding) =>
    binding.definitions.some((definition) => definition.statement === statement),
  );
  const names = bindings.flatMap((binding) => binding.definitions.map((definition) => definition.qualifiedName));
  const unambiguous = bindings.every(
    (binding) => new Set(binding.definitions.map((it) => it.qualifiedName)).size === 1,
  );
  const hidesBuiltin = bindings.some(
    ({ name }) => isBuiltin(name) && before.some((other) => mentions(other, name, module)),
  );
  if (!unambiguous || hidesBuiltin) return false;
  const own = names.every((name) => name !== undefined && isStandardLibrary(name));
  return own || !before.some((other) => setsTheStage(other, module));
}

function mentions(statement: Node, name: string, module: Module): boolean {
  return [...module.find('identifier', statement)].some((node) => module.text(node) === name);
}

/** Whether a later import may find something else after a statement: a path, a variable, a file, an installed package. */
function setsTheStage(statement: Node, module: Module): boolean {
  for (const node of descendants(statement)) {
    if (node.type === 'identifier' && STAGE_WORDS.test(module.text(node))) return true;
    if (node.type === 'assignment' && setsAttributeOfModule(node, module)) return true;
    const name = node.type === 'attribute' || node.type === 'identifier' ? module.resolve(node) : undefined;
    if (name === undefined) continue;
    if (name === 'os.environ') {
      if (!isRead(node, module)) return true;
    } else if (name === 'builtins.open') {
      if (!opensToRead(node, module)) return true;
    } else if (STAGE.test(name)) return true;
  }
  return false;
}

const STAGE =
  /^(?:sys\.(?:path|modules|meta_path|path_hooks)|os\.(?:putenv|unsetenv|chdir|system|popen)|warnings\.(?:filterwarnings|simplefilter)|multiprocessing\.set_start_method|(?:importlib|subprocess|pip)(?:\..*)?|matplotlib\.use)$/;

/** What sets the stage, whatever it hangs on. */
const STAGE_WORDS = /^(?:load_dotenv|set_start_method|write_text|write_bytes|get_ipython)$/;

/** `os.environ["KEY"]`, `os.environ.get("KEY")`, `"KEY" in os.environ` */
function isRead(environ: Node, module: Module): boolean {
  const { parent } = environ;
  switch (parent?.type) {
    case 'subscript':
      return (
        parent.field !== 'left' && parent.parent?.type !== 'delete_statement' && parent.parent?.type !== 'pattern_list'
      );
    case 'attribute':
      return /^(?:get|items|keys|values|copy)$/.test(module.text(field(parent, 'attribute') as Node));
    default:
      return parent?.type === 'comparison_operator';
  }
}

/** `open(path)`, `open(path, "rb")` */
function opensToRead(callee: Node, module: Module): boolean {
  const call = callee.parent?.type === 'call' && callee.field === 'function' ? module.call(callee.parent) : undefined;
  if (call === undefined) return false;
  const mode = call.keywords.get('mode') ?? call.args[1];
  return mode === undefined || /^["']r?[bt]?["']$/.test(module.text(mode));
}

/** `settings.DEBUG = True`: a later import may look at it. */
function setsAttributeOfModule(assignment: Node, module: Module): boolean {
  const left = field(assignment, 'left');
  const object = left?.type === 'attribute' ? field(left, 'object') : undefined;
  const binding = object?.type === 'identifier' ? module.scopes.bindingOf(object) : undefined;
  return binding?.definitions.some((definition) => definition.kind === 'import') ?? false;
}

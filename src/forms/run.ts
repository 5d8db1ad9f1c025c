import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Definition } from '../python/scopes.js';
import { hasLostLabel } from './f-string.js';
import { type Form, isDiagnostic, type RunSite } from './form.js';
import { writeCall } from './operand.js';
import { carryOptions } from './options.js';
import { isFunctionName, makeSite } from './site.js';

/**
 * `asyncio.run(coro)`: makes a loop, runs the coroutine on it, closes it.
 *
 *     asyncio.run(main())              →  RunSite { coroutine: main() }
 *     asyncio.run(main(), debug=True)  →  RunSite { …, options: { debug } }
 *     asyncio.run(main)                →  refused: no coroutine (LS209)
 *     Thread(target=asyncio.run, …)    →  RunSite { obstacle: LS212 }: right as it stands, or not to be converted
 */
export const run: Form = {
  name: 'run',
  summary: '`asyncio.run(coro)`',
  since: '3.7',
  *recognize(module) {
    for (const name of ['asyncio.run', 'asyncio.runners.run']) {
      for (const call of module.calls(name)) yield toSite(call, module);
    }
    yield* ambiguous(module);
    yield* handedOn(module);
  },
  write(site, { module, python }) {
    const carried = carryOptions(site, module, python);
    if (isDiagnostic(carried)) return carried;
    if (hasLostLabel(site.node, module)) return diagnostic(site.node, 'LS211', python);
    const asyncio = module.importing('asyncio.run', site.node);
    return { edits: [...asyncio.edits, ...writeCall(site, module, asyncio.name, carried.text)] };
  },
};

function toSite(call: Call, module: Module): RunSite {
  const coroutine = call.args[0] ?? call.keywords.get('main');
  const options = new Map([...call.keywords].filter(([name]) => name !== 'main'));
  // asyncio.run(*[main()])   right in a script
  const obstacle = call.unpacks ? diagnostic(call.node, 'LS208') : undefined;
  const refusal = obstacle === undefined ? findRefusal(call, coroutine, module) : undefined;
  return makeSite('run', call.node, coroutine, module, {
    options,
    refusal,
    ...(obstacle !== undefined && { obstacle }),
  });
}

function findRefusal(call: Call, coroutine: Node | undefined, module: Module): Diagnostic | undefined {
  if (call.args.length > 1 || coroutine === undefined) return diagnostic(call.node, 'LS208');
  if (coroutine.type === 'lambda' || isFunctionName(coroutine, module))
    return diagnostic(call.node, 'LS209', module.text(coroutine));
  return undefined;
}

/** Calls whose name may mean `asyncio.run`, or something else: reported, never touched. */
function* ambiguous(module: Module): Iterable<RunSite> {
  for (const node of module.find('call')) {
    const callee = field(node, 'function') as Node;
    const meaning = module.meaning(callee);
    const names = meaning.among ?? [meaning.name];
    if (meaning.certain || !names.includes('asyncio.run')) continue;
    const refusal = diagnostic(node, 'LS210', module.text(callee));
    yield makeSite('run', node, module.call(node).args[0], module, { refusal });
  }
}

/** `asyncio.run` given to others, who will call it: what it is to run cannot be seen (LS212). */
function* handedOn(module: Module): Iterable<RunSite> {
  const attributes = [...module.find('attribute')].filter((node) => /\brun$/.test(module.text(node)));
  const names = module.scopes.scopes
    .flatMap((scope) => [...scope.bindings.values()])
    .flatMap((binding) => {
      const [read] = binding.definitions.some(mayBeRun) ? binding.references : [];
      return read !== undefined && module.resolve(read) === 'asyncio.run' ? binding.references : [];
    });
  for (const node of [...attributes, ...names]) {
    if (!isGiven(node) || module.resolve(node) !== 'asyncio.run') continue;
    yield makeSite('run', node, undefined, module, { obstacle: diagnostic(node, 'LS212', module.text(node)) });
  }

  function mayBeRun({ qualifiedName, value }: Definition): boolean {
    return qualifiedName === 'asyncio.run' || (value !== undefined && /\brun$/.test(module.text(value)));
  }
}

/** An argument, an element, one of two in `(start or asyncio.run)(coro)`: not its own call, nor another name for it. */
function isGiven(node: Node): boolean {
  switch (node.parent?.type) {
    case 'argument_list':
    case 'keyword_argument':
    case 'boolean_operator':
    case 'conditional_expression':
    case 'return_statement':
    case 'list':
    case 'tuple':
    case 'pair':
    case 'default_parameter':
    case 'typed_default_parameter':
      return true;
    default:
      return false;
  }
}

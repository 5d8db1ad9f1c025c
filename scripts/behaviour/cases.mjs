import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/**
 * Three kinds of cases:
 *
 * - programs in `__testfixtures__/behaviour/<group>/`: each is converted to every target its `.case.json` lists (all that
 *   make sense, without one) and run there. Targets listed as `"missed"` are refused, with a reason: one that is not listed there
 *   and is refused all the same is a failure;
 * - guards of every known shape, in `__testfixtures__/guard-shapes/`, and the patterns of docs/patterns.md, converted to each target;
 * - fixture pairs in `__testfixtures__/to-<target>/…`: input at home, output in the target. `"behaviour": "none: why"` in
 *   the options leaves one out, and the reason is printed; but never one that is converted to, or from, the portable forms.
 *   `"interruptAfter": "text"` sends Ctrl-C once that is printed, where a program runs (a kernel that serves is ready for the
 *   next cell, and the loop goes on); modules in a folder `modules` beside the cases of a topic stand for libraries;
 *   `"leftAs": "Type: message"` is how a line ends of which a warning says that it stays as it is and fails;
 *   `"notIn": { "ipython-7": "why" }` is printed;
 * - fixture pairs of the named transforms from and to them, in `__testfixtures__/<transform>/`;
 * - notebooks in `__testfixtures__/export-script/`: each runs as a script.
 */
export function loadCases(root) {
  return [
    ...programs(join(root, 'behaviour')),
    ...['guard-shapes', 'patterns'].flatMap((name) => shapes(join(root, name), name)),
    ...['notebook', 'repl', 'script', 'portable'].flatMap((target) => pairs(root, `to-${target}`, target)),
    ...Object.entries(TRANSFORMS).flatMap(([name, { to, from }]) => pairs(root, name, to, { from })),
    ...exports(join(root, 'export-script')),
  ];
}

function programs(root) {
  return walk(root)
    .filter((path) => /\.(?:py|ipynb)$/.test(path) && !/\.oracle\.py$/.test(path))
    .map((path) => {
      const settings = readOptions(path.replace(/\.(?:py|ipynb)$/, '.case.json'));
      const group = relative(root, path).split('/')[0];
      return {
        id: `behaviour/${relative(root, path)}`,
        group,
        path,
        text: readText(path),
        ...settings,
        options: settings.python === undefined ? settings.options : { ...settings.options, python: settings.python },
        targets: settings.targets ?? defaultTargets(path),
      };
    });
}

/** The tables of docs/guards.md and docs/patterns.md: each shape in each target. */
function shapes(root, name) {
  return walk(root)
    .filter((path) => /\.(?:py|ipynb)$/.test(path) && dirname(path) === root && !path.endsWith('.oracle.py'))
    .map((path) => ({
      id: `${name}/${relative(root, path)}`,
      group: name,
      path,
      text: readText(path),
      targets: defaultTargets(path),
      modules: readModules(join(root, 'modules'), readText(path)),
      ...readOptions(path.replace(/\.(?:py|ipynb)$/, '.case.json')),
    }));
}

/** Named transforms that write what asks for a loop, or take it away: what each converts. */
const TRANSFORMS = {
  'asyncio-run-to-guard': { to: 'portable', from: ['run'] },
  'guard-to-await': { to: 'notebook', from: ['guard'] },
  'guard-to-asyncio-run': { to: 'script', from: ['guard'] },
  'thread-bridge-to-await': { to: 'notebook', from: ['bridge'] },
};

function pairs(root, name, target, more = {}) {
  const folder = join(root, name);
  return walk(folder)
    .filter((path) => /\.input\.(?:py|ipynb)$/.test(path))
    .map((path) => {
      const {
        behaviour,
        homePython,
        interruptAfter,
        leftAs,
        notIn,
        diagnostics: _,
        options: own,
        ...options
      } = {
        ...readOptions(join(dirname(path), 'options.json')),
        ...readOptions(path.replace(/\.input\.(?:py|ipynb)$/, '.options.json')),
      };
      const topic = relative(folder, path).split('/').slice(0, -1).join('/') || basename(folder);
      const written = path.replace(/\.input\.(py|ipynb)$/, '.output.$1');
      return {
        id: `${name}/${relative(folder, path)}`,
        group: `${name}/${topic}`,
        path,
        text: readText(path),
        expected: existsSync(written) ? readText(written) : readText(path),
        targets: [target],
        options: { ...options, ...own, ...more },
        behaviour,
        homePython,
        interruptAfter,
        leftAs,
        notIn,
        modules: readModules(join(dirname(path), 'modules'), readText(path)),
      };
    });
}

/** The modules of a folder that a program names, by path: it finds them beside itself. */
function readModules(folder, program) {
  const named = walk(folder).filter((path) => program.includes(relative(folder, path).replace(/\W.*$/, '')));
  return Object.fromEntries(named.map((path) => [relative(folder, path), readText(path)]));
}

function exports(root) {
  return walk(root)
    .filter((path) => path.endsWith('.ipynb'))
    .map((path) => {
      const { behaviour, leftAs, ...options } = readOptions(path.replace(/\.ipynb$/, '.options.json'));
      const id = `export-script/${relative(root, path)}`;
      return {
        id,
        group: 'export-script',
        path,
        text: readText(path),
        targets: ['export'],
        options,
        behaviour,
        leftAs,
        modules: readModules(join(root, 'modules'), readText(path)),
      };
    });
}

function defaultTargets(path) {
  return path.endsWith('.ipynb') ? ['notebook', 'script', 'export'] : ['notebook', 'repl', 'script', 'portable'];
}

/** The one other encoding that cases are written in. */
export function encodingOf(text) {
  return /^#.*coding[:=]\s*(?:latin-1|iso-8859-1)\b/im.test(text.slice(0, 200)) ? 'latin1' : 'utf8';
}

function readText(path) {
  const bytes = readFileSync(path);
  return bytes.toString(encodingOf(bytes.toString('latin1')));
}

function readOptions(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

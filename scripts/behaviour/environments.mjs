import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where converted code is run: every CPython on this machine, and real IPython kernels in virtual environments that are
 * made once below `.cache/environments` and kept. The newer two hold the libraries that fixtures drive.
 */

/** For fixtures that drive them. */
const LIBRARIES = [
  'aiohttp==3.12.15',
  'anyio==4.11.0',
  'asgiref==3.10.0',
  'beautifulsoup4==4.14.2',
  'httpx==0.28.1',
  'nest_asyncio==1.6.0',
  'trio==0.31.0',
  'uvloop==0.21.0',
];

/** One kernel stack a generation of IPython; each is made on the first CPython of its list that is here. */
const STACKS = [
  {
    name: 'ipython-7',
    pythons: ['3.9', '3.8', '3.7'],
    packages: ['ipython==7.34.0', 'ipykernel==5.5.6', 'jupyter_client<8', 'traitlets<5.10'],
  },
  {
    name: 'ipython-8',
    pythons: ['3.11', '3.10', '3.12'],
    packages: ['ipython==8.39.0', 'ipykernel==6.31.0', 'matplotlib==3.10.6', ...LIBRARIES],
  },
  {
    name: 'ipython-9',
    pythons: ['3.13', '3.14', '3.12'],
    packages: ['ipython==9.18.1', 'ipykernel==7.4.0', ...LIBRARIES],
  },
];

/** CPythons found under pyenv and on PATH: `3.11` → its executable. */
export function findPythons() {
  const found = new Map();
  const candidates = [];
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  if (existsSync(pyenv)) candidates.push(...readdirSync(pyenv).map((name) => join(pyenv, name, 'bin', 'python')));
  for (let minor = 6; minor <= 15; minor++) candidates.push(`python3.${minor}`);
  candidates.push('python3', 'python');
  for (const executable of candidates) {
    const asked = spawnSync(executable, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
      encoding: 'utf8',
    });
    const version = asked.status === 0 ? asked.stdout.trim() : undefined;
    if (version?.startsWith('3.') && !found.has(version)) found.set(version, executable);
  }
  return new Map([...found].sort(([a], [b]) => Number(a.slice(2)) - Number(b.slice(2))));
}

/** Kernel stacks that can be had: name → { python, version }. What cannot be had is named in `missing`. */
export function prepareKernels(pythons, root, log) {
  const kernels = new Map();
  const missing = [];
  for (const { name, pythons: wanted, packages } of STACKS) {
    const version = wanted.find((candidate) => pythons.has(candidate));
    if (version === undefined) {
      missing.push(`${name}: no CPython ${wanted.join(', ')}`);
      continue;
    }
    const folder = join(root, name);
    const python = join(folder, 'bin', 'python');
    const stamp = join(folder, '.complete');
    const wantedPackages = packages.join('\n');
    const had = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
    if (had !== wantedPackages) {
      log(`making ${name} on CPython ${version} …`);
      mkdirSync(root, { recursive: true });
      try {
        // One that lacks a package gets it; what is half made goes.
        if (had === undefined) {
          rmSync(folder, { recursive: true, force: true });
          execFileSync(pythons.get(version), ['-m', 'venv', folder], { stdio: 'pipe' });
        }
        execFileSync(python, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', ...packages], {
          stdio: 'pipe',
        });
        writeFileSync(stamp, wantedPackages);
      } catch (error) {
        missing.push(
          `${name}: ${String(error.stderr ?? error)
            .trim()
            .split('\n')
            .at(-1)}`,
        );
        continue;
      }
    }
    kernels.set(name, { python, version });
  }
  return { kernels, missing };
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(__dirname, '..');

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const built = existsSync(join(root, 'dist/cli.cjs'));

/** What `npm pack` would put into the package, of what is built. */
function pack(): Packed {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [packed] = Object.values(JSON.parse(stdout) as Readonly<Record<string, Packed>>);
  if (packed === undefined) throw new Error(stdout);
  return packed;
}

(built ? describe : describe.skip)(`the package${built ? '' : ' (not built: npm run build)'}`, () => {
  it('holds what it promises, and nothing else', () => {
    const { files, size } = pack();
    const paths = files.map((file) => file.path);
    const promised = [...Object.values(manifest.bin), ...Object.values(manifest.exports).flatMap(targets)];
    expect(promised.map((path) => path.replace(/^\.\//, '')).filter((path) => !paths.includes(path))).toEqual([]);
    const kinds = /^(?:api|dist|docs|examples|schema)\/|^(?:README|CHANGELOG)\.md$|^LICENSE$|^package\.json$/;
    expect(paths.filter((path) => !kinds.test(path))).toEqual([]);
    expect(size).toBeLessThan(1_000_000);
  });

  it('has pages that lead nowhere but to files that it holds', () => {
    const paths = pack().files.map((file) => file.path);
    const pages = paths.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');
    const lost = pages.flatMap((page) => {
      const text = readFileSync(join(root, page), 'utf8').replace(/^(```+)[\s\S]*?^\1$/gm, '');
      const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
      const local = links.filter((link) => !/^https?:/.test(link)).map((link) => posix.join(posix.dirname(page), link));
      return local.filter(
        (link) => !paths.some((path) => path === link || path.startsWith(`${link.replace(/\/$/, '')}/`)),
      );
    });
    expect(pages.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  it('declares no type that nobody can reach', () => {
    const declared = pack().files.filter((file) => file.path.endsWith('.d.ts'));
    expect(declared.length).toBeLessThan(40);
  });

  it('depends on nothing that has to be compiled: what is native brings its binaries', () => {
    const native = Object.keys(manifest.dependencies).filter((name) =>
      existsSync(join(root, 'node_modules', name, 'binding.gyp')),
    );
    const bare = native.filter((name) => !existsSync(join(root, 'node_modules', name, 'prebuilds')));
    expect(bare).toEqual([]);
  });
});

function targets(entry: string | Readonly<Record<string, string>>): readonly string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry);
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildCommandLine, loopshift, makeFolder, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

const RUN = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nx = asyncio.run(main())\n';
const FILES = {
  'pkg/a.py': RUN,
  'pkg/blocked.py': `${RUN}f = asyncio.run(*jobs)\n`,
  'nb/cells.ipynb': notebook('import asyncio', 'async def main(): ...', 'asyncio.run(main())'),
  'nb/bad.ipynb': 'no',
  '<img src=x onerror=alert(1)>.py': `${RUN}y = asyncio.run(*jobs)  # </script><script>alert(2)</script>\n`,
};

const found = findChromium();

(found === undefined ? describe.skip : describe)(
  `the page in a browser${found === undefined ? ' (no Chromium found: name one in CHROMIUM)' : ''}`,
  () => {
    let browser: Browser;
    let page: Page;
    let file: string;
    const problems: string[] = [];

    beforeAll(async () => {
      buildCommandLine();
      const folder = makeFolder(FILES);
      file = join(folder, 'all.html');
      loopshift(['convert', '--to', 'notebook', '--report', 'all.html', '.'], { cwd: folder });
      browser = await chromium.launch({ executablePath: found ?? '', args: ['--no-sandbox'] });
    });

    beforeEach(async () => {
      problems.length = 0;
      page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) problems.push(`asks for ${request.url()}`);
      });
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('dialog', (dialog) => problems.push(`a dialog: ${dialog.message()}`));
      page.on('console', (message) => problems.push(message.text()));
      await page.goto(`file://${file}`);
    });

    afterEach(async () => {
      await page.close();
      expect(problems).toEqual([]);
    });

    afterAll(async () => {
      await browser?.close();
      removeFolders();
    });

    const shown = () => page.locator('details.file:visible h2').allInnerTexts();

    it('shows every file, hostile ones as text', async () => {
      expect(await shown()).toEqual([
        '<img src=x onerror=alert(1)>.py',
        'nb/bad.ipynb',
        'nb/cells.ipynb',
        'pkg/a.py',
        'pkg/blocked.py',
      ]);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('script').count()).toBe(1);
    });

    it('puts before beside after', async () => {
      const row = page.locator('details[data-path="pkg/a.py"] tr', { hasText: 'asyncio.run' });
      const [before, after] = [await row.locator('.del').boundingBox(), await row.locator('.ins').boundingBox()];
      expect(before?.y).toBe(after?.y);
      expect((before?.x ?? 0) + (before?.width ?? 0)).toBeLessThan(after?.x ?? 0);
    });

    it('puts before above after where the window is narrow, and nothing beside it', async () => {
      await page.setViewportSize({ width: 400, height: 800 });
      const row = page.locator('details[data-path="pkg/a.py"] tr', { hasText: 'asyncio.run' });
      const [before, after] = [await row.locator('.del').boundingBox(), await row.locator('.ins').boundingBox()];
      expect((before?.y ?? 0) + (before?.height ?? 0)).toBeLessThanOrEqual(after?.y ?? 0);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    });

    it('filters by status', async () => {
      await page.uncheck('input[value=changed]');
      expect(await shown()).toEqual(['<img src=x onerror=alert(1)>.py', 'nb/bad.ipynb', 'pkg/blocked.py']);
      await page.uncheck('input[value=blocked]');
      expect(await shown()).toEqual(['nb/bad.ipynb']);
      expect(await page.locator('output').innerText()).toBe('1 of 5 files');
    });

    it('filters by code, and by path', async () => {
      await page.click('button[data-show=LS208]');
      expect(await shown()).toEqual(['<img src=x onerror=alert(1)>.py', 'pkg/blocked.py']);
      await page.fill('input[name=path]', 'PKG');
      expect(await shown()).toEqual(['pkg/blocked.py']);
      await page.selectOption('select[name=code]', '');
      expect(await shown()).toEqual(['pkg/a.py', 'pkg/blocked.py']);
    });

    it('opens and closes what is shown, by the keyboard too', async () => {
      await page.click('button[name=close]');
      expect(await page.locator('details[open]').count()).toBe(0);
      await page.focus('details[data-path="pkg/a.py"] summary');
      await page.keyboard.press('Enter');
      expect(await page.locator('details[open] h2').allInnerTexts()).toEqual(['pkg/a.py']);
    });

    it.each(['light', 'dark'] as const)('can be read in a %s room', async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      expect((await page.evaluate<readonly Contrast[]>(CONTRASTS)).filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    });

    it('runs no script that is not its own', async () => {
      await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="alert(3)">')`);
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 50))');
      expect(problems.splice(0).filter((problem) => !/Content Security Policy/.test(problem))).toEqual([]);
    });
  },
);

interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

/** In the page: the contrast of every piece of text with what is behind it, as WCAG 2 counts it. */
const CONTRASTS = `(() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    if (text === '' || !element.checkVisibility() || /^(SCRIPT|OPTION)$/.test(element.tagName)) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    found.push({ text, ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) });
  }
  return found;
})()`;

function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}

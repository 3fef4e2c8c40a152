import type { Browser, Page } from 'playwright-core';

/** Someone on the public site with an old telephone, which runs no script. */
export async function openVisitor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 780 },
    // Searches by programs are not counted, and a browser without a screen says that it is one.
    userAgent: 'Mozilla/5.0 (Linux; Android 8.1; Testphone) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36',
  });
  return context.newPage();
}

/** The same site for those who look at it: measuring needs scripts of our own in the page. */
export const openViewer = async (browser: Browser): Promise<Page> => (await browser.newContext({ bypassCSP: true })).newPage();

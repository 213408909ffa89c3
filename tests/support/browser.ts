import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core'

const options: LaunchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/**
 * Starts Chromium as Debian packages it (`apt-get install chromium`); CHROMIUM names another binary. The flags keep it
 * from talking to the network by itself. The caller closes it.
 */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(options)
}

/** A browser that keeps what it stored in this folder, to be closed and opened again. */
export function openProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, options)
}

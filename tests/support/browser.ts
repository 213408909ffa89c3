import { type Browser, chromium } from 'playwright-core'

/**
 * Starts Chromium as Debian packages it (`apt-get install chromium`); CHROMIUM names another binary. The flags keep it
 * from talking to the network by itself. The caller closes it.
 */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
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
  })
}

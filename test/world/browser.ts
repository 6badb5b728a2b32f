import { type Browser, chromium } from 'playwright-core'
import { hasCommand, tryCommand } from './command.ts'
import { installPackages } from './packages.ts'

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a real browser without a window; `await using` closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureBrowser(), headless: true, args: flags })
}

/** Path of this machine's Chromium or Chrome; Debian's is installed where there is none. */
export async function ensureBrowser(): Promise<string> {
  const found = await findBrowser()
  if (found) return found
  await installPackages(['chromium'], 'see a site as its visitors do')
  const installed = await findBrowser()
  if (!installed) throw new Error('The package chromium is installed, but there is no program chromium.')
  return installed
}

async function findBrowser(): Promise<string | undefined> {
  for (const program of programs) {
    if (await hasCommand(program))
      return (await tryCommand('sh', ['-c', 'command -v "$1"', 'sh', program])).stdout.trim()
  }
  return undefined
}

import { existsSync } from 'node:fs'
import { installWithApt } from './apt.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Finds the Chromium that the browser tests drive, installing Debian's where that needs nobody's password.
 * `CHROME_PATH` names another. Throws a sentence that says how to get one.
 */
export function requireBrowser(): string {
  const found = findBrowser()
  if (found) return found
  installWithApt('chromium')
  const installed = findBrowser()
  if (installed) return installed
  throw new Error(
    'The tests need Chromium or Chrome: install one (Debian, Ubuntu: "sudo apt-get install chromium"), or set CHROME_PATH to it.',
  )
}

function findBrowser(): string | undefined {
  const named = process.env['CHROME_PATH']
  if (named && !existsSync(named))
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`)
  return named ?? places.find((place) => existsSync(place))
}

const shell = '/usr/bin/chromium-headless-shell'

/**
 * The same Chromium without windows, menus and profiles of its own, where Debian has it: a visitor takes a third of the
 * processor. `CHROME_SHELL_PATH` names another; `undefined` where there is none, and the whole browser does as well.
 */
export function findHeadlessShell(): string | undefined {
  const named = process.env['CHROME_SHELL_PATH']
  if (named) return named
  if (!existsSync(shell) && existsSync('/etc/debian_version'))
    installWithApt('chromium-headless-shell')
  return existsSync(shell) ? shell : undefined
}

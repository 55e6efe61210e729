import type { Page } from 'playwright-core'
import { owner } from './wordpress.ts'

/** Signs in as the owner of the site, as people do. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/wp-login.php`)
  await page.getByLabel('Username or Email Address').fill(owner.login)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Log In' }).click()
  await page.waitForURL(/wp-admin/)
}

import type { Page } from 'playwright-core'
import { owner } from './wordpress.ts'

/** Signs in as the owner of the site, as people do. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/wp-login.php`)
  // The page takes the focus there a moment after it has loaded, also from somebody who types elsewhere.
  await page.locator('#user_login:focus').waitFor()
  await page.getByLabel('Username or Email Address').fill(owner.login)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Log In' }).click()
  await page.waitForURL(/wp-admin/)
}

import type { Page } from 'playwright/test'
import { environmentWith, vouchsafe } from '../support/machine/built-server.js'
import type { Addresses } from '../support/site/product.js'

export interface Owner {
  readonly email: string
  /** Of the API; opens the dashboard, too. */
  readonly token: string
  readonly project: string
}

/** Whose account the demo's project is, with a token of their own. */
export async function makeOwner(dataDir: string): Promise<Owner> {
  const email = 'owner@demo.example'
  const made = await vouchsafe(['account', 'token', '--email', email], environmentWith({ VOUCHSAFE_DATA_DIR: dataDir }))
  const { token, account } = made as { token: string; account: { projects: readonly { id: string }[] } }
  return { email, token, project: account.projects[0]!.id }
}

/** Passkeys are bound to a name, and an address has none. */
export const dashboardOf = ({ attest }: Addresses): string => `${attest.replace('127.0.0.1', 'localhost')}/dashboard`

/** What the console says of faults, and of what the page's policy forbids. That nobody is logged in yet is an answer, which browsers write down as a fault. */
export function noteFaults(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('status of 401')) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  return faults
}

export async function logInByToken(page: Page, base: string, token: string): Promise<void> {
  await page.goto(base)
  await page.getByLabel('API token').fill(token)
  await page.getByRole('button', { name: 'Log in with the token' }).click()
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
}

/** As many stops as a page of the dashboard may have before what one looks for. */
const MOST_STOPS = 80

/** Goes on by the Tab key, as one does without a mouse, until something of that name has the focus. @throws when it never has */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const nameOf = () => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    const labels = active instanceof HTMLInputElement || active instanceof HTMLSelectElement ? [...(active.labels ?? [])] : []
    return active?.getAttribute('aria-label') ?? (labels.map((label) => label.textContent).join(' ') || active?.textContent || '')
  }
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    const focused = (await page.evaluate(nameOf)).trim()
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
  }
  throw new Error(`${name} is not to be reached by the Tab key`)
}

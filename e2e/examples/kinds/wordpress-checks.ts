import type { Page } from 'playwright'
import type { Stage } from '../harness/stage.js'

export interface Site {
  readonly url: string
  readonly stage: Stage
  /** Of a real browser. */
  readonly page: Page
  /** Who owns it. */
  readonly name: string
  readonly password: string
}

interface Answer {
  readonly status: number
  readonly reason: string
  readonly location: string
  readonly cookies: string
}

/** Sends one of WordPress's forms. */
async function post(url: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const { status, headers } = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
  const [reason, location] = [headers.get('vouchsafe-reason') ?? '', headers.get('location') ?? '']
  return { status, reason, location, cookies: headers.getSetCookie().join(';') }
}

function expect(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}

/** Signed by the server's key for a form of this site. */
async function tokenFor({ stage, url }: Site, action: string): Promise<string> {
  return stage.attest.sign(await stage.claims(), { claims: { page_action: action, origin: url } })
}

async function logIn({ page, url, name, password }: Site): Promise<void> {
  await page.goto(`${url}/wp-login.php`)
  // WordPress puts the cursor into the first field a moment after the page is there.
  await page.waitForFunction(() => document.activeElement?.id === 'user_login')
  await page.fill('#user_login', name)
  await page.fill('#user_pass', password)
  await Promise.all([page.waitForURL(/wp-admin/), page.click('#wp-submit')])
}

/** The settings page: what is wrong is not saved, nor shown unescaped; who comes from elsewhere, without the nonce, saves nothing. */
async function checkSettings({ page, url, stage: { attest } }: Site): Promise<void> {
  const address = `${url}/wp-admin/options-general.php?page=vouchsafe`
  await page.goto(address)
  await page.fill('#vouchsafe-server', attest.server.url)
  await page.fill('#vouchsafe-key', '"><script>document.title="owned"</script>')
  await Promise.all([page.waitForURL(/settings-updated/), page.click('#submit')])
  expect('a wrong key is kept', await page.inputValue('#vouchsafe-key'), '')
  expect('markup in a key ran', (await page.title()).includes('owned'), false)
  await page.fill('#vouchsafe-key', attest.siteKey)
  await Promise.all([page.waitForURL(/settings-updated/), page.click('#submit')])
  await page.goto(address)
  const forged = await page.evaluate(async () => {
    const body = new URLSearchParams({ option_page: 'vouchsafe', action: 'update', 'vouchsafe[server]': 'https://evil.example' })
    return (await fetch('/wp-admin/options.php', { method: 'POST', body })).status
  })
  expect('settings without a nonce', forged, 403)
  await page.goto(address)
  const saved = [await page.inputValue('#vouchsafe-server'), await page.inputValue('#vouchsafe-key')]
  expect('the settings', saved, [attest.server.url, attest.siteKey])
}

/** Right and wrong passwords are refused alike; with a verdict, the password decides. */
async function checkLogIn(site: Site): Promise<void> {
  const { url, name, password } = site
  const login = (pwd: string, token?: string) =>
    post(`${url}/wp-login.php`, {
      log: name,
      pwd,
      'wp-submit': 'Log In',
      ...(token !== undefined && { 'vouchsafe-token': token }),
    })
  for (const pwd of [password, 'wrong']) {
    const { status, reason, cookies } = await login(pwd)
    expect(`a log-in without a verdict, ${pwd}`, [status, reason, cookies.includes('logged_in')], [200, 'missing', false])
  }
  const wrong = await login('wrong', await tokenFor(site, 'login'))
  expect('a wrong password with a verdict', [wrong.reason, wrong.cookies.includes('logged_in')], ['', false])
  const token = await tokenFor(site, 'login')
  const right = await login(password, token)
  expect('a log-in with a verdict', [right.status, right.reason, right.cookies.includes('logged_in')], [302, '', true])
  const again = await login(password, token)
  expect('the same verdict again', [again.reason, again.cookies.includes('logged_in')], ['used', false])
}

async function checkOtherForms(site: Site): Promise<void> {
  const { url } = site
  const fresh = async (action: string) => ({ 'vouchsafe-token': await tokenFor(site, action) })
  const register = (more: object) =>
    post(`${url}/wp-login.php?action=register`, { user_login: 'grace', user_email: 'grace@shop.example', ...more })
  expect('registering without a verdict', (await register({})).reason, 'missing')
  expect('registering with one of another form', (await register(await fresh('login'))).reason, 'action-mismatch')
  expect('registering', (await register(await fresh('register'))).location.includes('checkemail=registered'), true)
  const lost = (more: object) => post(`${url}/wp-login.php?action=lostpassword`, { user_login: site.name, ...more })
  expect('a lost password without a verdict', (await lost({})).reason, 'missing')
  expect('a lost password', (await lost(await fresh('lost-password'))).reason, '')
  const comment = (text: string, more: object) =>
    post(`${url}/wp-comments-post.php`, { comment_post_ID: '1', comment: text, author: 'Ada', email: 'ada@shop.example', ...more })
  const none = await comment('Buy!', {})
  expect('a comment without a verdict', [none.status, none.reason], [403, 'missing'])
  const said = await comment('Nice.', await fresh('comment'))
  expect('a comment', [said.status, said.reason], [302, ''])
}

/** All that the plug-in does, in a real WordPress. */
export async function checkWordpress(site: Site): Promise<string> {
  await logIn(site)
  await checkSettings(site)
  await checkLogIn(site)
  await checkOtherForms(site)
  await site.page.context().clearCookies()
  await logIn(site)
  return 'settings saved, with nonce and escaping; log-in by a real browser; log-in, registration, lost password and comment refused without'
}

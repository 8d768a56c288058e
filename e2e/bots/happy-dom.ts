import { Browser } from 'happy-dom'
import type { Bot } from '../support/driver.js'
import { type EmulatedWindow, emulatedRobot, postForm } from '../support/robots/emulated-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** A quicker browser made of JavaScript, which test suites and scrapers use. It lacks message channels, which are lent to it. */
export const happyDom: Bot = {
  name: 'happy-dom',
  kind: 'bot',
  hook: 'no browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const { origin } = new URL(site.url)
    const browser = new Browser({
      settings: {
        enableJavaScriptEvaluation: true,
        suppressCodeGenerationFromStringsWarning: true,
        fetch: {
          interceptor: {
            async beforeAsyncRequest({ request, window }) {
              Object.assign(window, { MessageChannel })
              request.headers.set('Origin', origin)
            },
          },
        },
      },
    })
    const page = browser.newPage()
    await page.goto(site.url)
    // happy-dom's types repeat the DOM's without being them.
    const window = page.mainFrame.window as unknown as EmulatedWindow
    // Its submit events are not trusted, so nobody holds the form: the program asks for the verdict itself.
    const click = async (button: string) => {
      const verdict = await window.vouchsafe?.attest('sign-up')
      await postForm(window, window.document.querySelector<HTMLButtonElement>(button)!.form!, site, {
        'vouchsafe-token': verdict?.token ?? '',
      })
    }
    return signUpBy({ ...emulatedRobot(window, () => browser.close()), click }, site)
  },
}

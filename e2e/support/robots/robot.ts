import { ANSWER_WITHIN, type Form, type Outcome, type Sight, type Site, signUp } from '../driver.js'

/** A browser in the grip of a tool, with the tool's own way of doing things. Elements are named by CSS selectors. */
export interface Robot extends Sight {
  /** Resolves when the page has loaded. */
  open(url: string): Promise<void>
  /** The action in the page (`html[data-vouchsafe-action]`) once it is known; undefined after `within` ms, or where the tool cannot read. */
  action(within: number): Promise<string | undefined>
  /** Goes a stretch down the page. */
  scroll(): Promise<void>
  type(field: string, text: string): Promise<void>
  click(button: string): Promise<void>
  close(): Promise<void>
}

/** Where the sign-up form's parts are. */
export const parts = { email: 'input[type=email]', password: 'input[type=password]', submit: 'button[type=submit]' } as const

const signUpForm: Form = {
  fields: [
    { selector: parts.email, text: signUp.email },
    { selector: parts.password, text: signUp.password },
  ],
  submit: parts.submit,
}

/** How long a robot waits for the first verdict, in ms. */
const FIRST_VERDICT = 5000

/** The one scenario of all bots: waits for the first verdict, reads on, fills in the form and sends it. Closes the browser. */
export async function signUpBy(robot: Robot, site: Site): Promise<Outcome> {
  try {
    await robot.open(site.url)
    const { fields, submit } = (await site.onlooker?.loaded(robot)) ?? signUpForm
    const atLoad = await robot.action(FIRST_VERDICT)
    await robot.scroll()
    await pause(500)
    for (const { selector, text } of fields) {
      await site.onlooker?.stay(robot)
      await robot.type(selector, text)
    }
    await site.onlooker?.stay(robot)
    await robot.click(submit)
    await (site.onlooker ? site.onlooker.sent(robot) : site.answer(ANSWER_WITHIN))
    return { atLoad }
  } finally {
    await robot.close()
  }
}

/** Asks again and again, for tools that have no wait of their own. */
export async function poll(ask: () => Promise<string | undefined>, within: number): Promise<string | undefined> {
  for (const deadline = Date.now() + within; Date.now() < deadline; await pause(200)) {
    const answer = await ask()
    if (answer) return answer
  }
  return undefined
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

import type { Attestation, AttestationStatus } from '../attest/attestation.js'
import { button, element } from './element.js'
import type { EnforceOptions } from './enforce.js'
import { helpRows, helpText } from './help.js'
import type { Screen } from './screen.js'
import type { Texts } from './texts/texts.js'

/** How long the thanks stay, in ms: enough to be seen, too short to be in the way. */
const THANKS = 700

/** The network or the server gave no verdict: another try may. The rest are our own faults, or the page's wish. */
const lost: readonly AttestationStatus[] = ['unreachable', 'timeout', 'unavailable', 'refused']

/** Resolves when the visitor chose to go on. The press, and the way to it, are what the next evidence is richer by. */
function askToProceed(screen: Screen, texts: Texts, options: EnforceOptions, round: 1 | 2): Promise<void> {
  return new Promise((resolve) => {
    const proceed = button(texts.proceed, 'main', () => resolve())
    const told = [texts.whyBody, helpText(texts, options)].map((text) => element('p', {}, text))
    const why = element('details', {}, element('summary', {}, texts.why), ...told, ...helpRows(screen, texts, options, 'quiet'))
    const [title, body] = round === 1 ? [texts.checkTitle, texts.checkBody] : [texts.againTitle, texts.againBody]
    screen.present({ icon: 'shield', title, body: [body], actions: [proceed], extra: why })
  })
}

/** Resolves to whether to try again. Without a verdict the visitor may go on, too: the site's backend has the last word. */
function askToRetry(screen: Screen, texts: Texts, options: EnforceOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const actions = [button(texts.retry, 'main', () => resolve(true)), button(texts.without, 'quiet', () => resolve(false))]
    const help = element('div', {}, ...helpRows(screen, texts, options, 'quiet'))
    screen.present({ icon: 'stop', title: texts.lostTitle, body: [texts.lostBody], actions, extra: help })
  })
}

async function attestOnce({ attest }: EnforceOptions, round: 1 | 2, screen: Screen, texts: Texts): Promise<Attestation> {
  let over = false
  screen.working(texts.working)
  try {
    return await attest(round, (done) => over || screen.working(texts.working, done))
  } catch {
    // Our own fault must not hold anybody up; the site's backend still has the last word.
    return { status: 'failed', action: 'allow' }
  } finally {
    over = true
  }
}

/** As often as nobody answers and the visitor wants to try again. */
async function playRound(screen: Screen, texts: Texts, options: EnforceOptions, round: 1 | 2): Promise<Attestation> {
  await askToProceed(screen, texts, options, round)
  let attestation = await attestOnce(options, round, screen, texts)
  while (lost.includes(attestation.status) && (await askToRetry(screen, texts, options))) {
    attestation = await attestOnce(options, round, screen, texts)
  }
  return attestation
}

/** One or two rounds, never more. @returns the last Attestation: `allow`, or what the visitor could not get past */
export async function runChallenge(screen: Screen, texts: Texts, options: EnforceOptions): Promise<Attestation> {
  const first = await playRound(screen, texts, options, 1)
  const { reference = options.reference } = first
  const last = first.action === 'challenge' ? await playRound(screen, texts, { ...options, reference }, 2) : first
  if (last.action === 'allow' && /^(ok|unseen)$/.test(last.status)) await thank(screen, texts)
  return last
}

async function thank(screen: Screen, texts: Texts): Promise<void> {
  screen.present({ icon: 'done', title: texts.passed, body: [], actions: [] })
  await new Promise((resolve) => setTimeout(resolve, THANKS))
}

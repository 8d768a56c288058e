import type { Counterfactual, Explained } from '../../wire/session.js'
import { percent } from '../words/format.js'
import { actionWords, countryName, deciderWords, networkName, surfaceWords } from '../words/names.js'
import { kindName, nameOf, partName } from '../words/observation-words.js'
import { ActionMark, Time } from './marks.js'

/** What was decided, by whom, and without what it would have been milder. */
export function Reasons({ verdict }: { verdict: Explained }) {
  const { action, posterior, score, band, hard, counterfactuals } = verdict
  return (
    <>
      <p class="outcome">
        <ActionMark action={action} />
        <span>
          {percent(posterior)} likely a program{' '}
          <small>
            score {score} of 99, {band}
          </small>
        </span>
      </p>
      <Decider verdict={verdict} />
      {verdict.kind && <Kind kind={verdict.kind} confidence={verdict.confidence} />}
      {verdict.claimed && (
        <p>
          It said to be a crawler of <strong>{verdict.claimed}</strong>, and by that vendor’s own method is not.
        </p>
      )}
      {hard.length > 0 && (
        <p>
          <strong>Proof:</strong> {hard.map(nameOf).join(', ')}. Each of these blocks by itself.
        </p>
      )}
      {verdict.decidedBy === 'evidence' && action !== 'allow' && <WhatItWouldTake counterfactuals={counterfactuals} />}
      <Facts verdict={verdict} />
    </>
  )
}

function Decider({ verdict: { decidedBy, reason, rule, appraised, noted } }: { verdict: Explained }) {
  return (
    <>
      {decidedBy !== 'evidence' && (
        <p>
          Decided by {deciderWords[decidedBy]}
          {rule && (
            <>
              {' '}
              “<strong>{rule}</strong>”
            </>
          )}
          . {reason}
          {appraised && ` The evidence alone came to “${actionWords[appraised].toLowerCase()}”.`}
        </p>
      )}
      {noted.length > 0 && <p>Rules that matched and decided nothing: {noted.join(', ')}.</p>}
    </>
  )
}

function Kind({ kind, confidence }: { kind: string; confidence: number | null }) {
  const sure = confidence === null ? '' : ` (${percent(confidence)})`
  return (
    <p>
      If it is a program, it looks like this: {kindName(kind).toLowerCase()}
      {sure}.
    </p>
  )
}

const milder = { allow: 'let it through', challenge: 'only challenged it', block: 'blocked it' } as const

/** The smallest changes that would have made the verdict milder. */
function WhatItWouldTake({ counterfactuals }: { counterfactuals: readonly Counterfactual[] }) {
  if (counterfactuals.length === 0) return <p>No one or two facts made this verdict: more would have to go for a milder one.</p>
  return (
    <>
      <h3>What it would have taken</h3>
      <ul class="counterfactuals">
        {counterfactuals.map(({ without, action }) => (
          <li key={without.join()}>
            Without {without.map(partName).join(' and ')}, we would have {milder[action]}.
          </li>
        ))}
      </ul>
    </>
  )
}

const assurances = {
  signed: 'signed by the device’s key',
  unsigned: 'not signed: no key was there',
  noscript: 'a form without JavaScript, or evidence that says next to nothing',
} as const

function Facts({ verdict }: { verdict: Explained }) {
  const { at, session, page, origin, network, country, surface, assurance, paid, round, verified } = verdict
  const rows = [
    ['Time', <Time key="time" at={at} />],
    ['Session', <code key="session">{session}</code>],
    ['Page', `${page || 'no action'} on ${origin}`],
    ['Network', [networkName(network), country && countryName(country)].filter(Boolean).join(', ')],
    ['Scored', surfaceWords[surface]],
    ['Stands on', `evidence: ${assurances[assurance]}`],
    ['Proof of work', `${paid ? 'done' : 'not done'}${round > 0 ? `, round ${round} of the challenge` : ''}`],
    ...(verified ? [['Verified as', verified] as const] : []),
  ] as const
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

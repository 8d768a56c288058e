import type { Funnel } from '../../wire/overview.js'
import { count, shareOf } from '../words/format.js'

/** From the challenge that a page fetches to the verdict: how many are left at each step, and of the last one what became of them. */
export function FunnelChart({ funnel }: { funnel: Funnel }) {
  const { challenged, submitted, verified, allow, challenge, block } = funnel
  const decided = allow + challenge + block
  const most = Math.max(1, challenged, submitted, verified, decided)
  const steps = [
    { name: 'Challenges given out', many: challenged, of: 0, note: 'a page fetched one', tone: 'plain' },
    { name: 'Evidence came back', many: submitted, of: challenged, note: 'of the challenges', tone: 'plain' },
    {
      name: 'Verified',
      many: verified,
      of: submitted,
      note: 'of the evidence; the rest was refused, or asked to show movement first',
      tone: 'plain',
    },
    { name: 'Let through', many: allow, of: decided, note: 'of the verdicts', tone: 'allow' },
    { name: 'Challenged', many: challenge, of: decided, note: 'of the verdicts', tone: 'challenge' },
    { name: 'Blocked', many: block, of: decided, note: 'of the verdicts', tone: 'block' },
  ]
  return (
    <ol class="funnel">
      {steps.map(({ name, many, of, note, tone }, i) => (
        <li key={name} class={tone}>
          <span class="funnel-name">{name}</span>
          <strong class="number">{count(many)}</strong>
          <span class="funnel-bar" aria-hidden="true">
            <span style={{ width: `${(100 * many) / most}%` }} />
          </span>
          <span class="note">{i === 0 ? note : `${shareOf(many, of)} ${note}`}</span>
        </li>
      ))}
    </ol>
  )
}

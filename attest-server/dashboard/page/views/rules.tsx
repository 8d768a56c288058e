import { useState } from 'preact/hooks'
import type { Rule } from '../../wire/rules.js'
import { ask, ofProject } from '../api.js'
import { announce } from '../parts/announce.js'
import { Confirm } from '../parts/dialog.js'
import { Empty, Fault, WhenLoaded } from '../parts/loading.js'
import { Badge } from '../parts/marks.js'
import { Page } from '../parts/page.js'
import { type Column, Table } from '../parts/table.js'
import { address } from '../router.js'
import { useAction } from '../use-action.js'
import { useLoad } from '../use-load.js'
import { ruleActionWords } from '../words/rule-words.js'
import type { ViewProps } from './view.js'

/** All rules, in the order in which they are asked. */
export function Rules({ project }: ViewProps) {
  const path = ofProject(project.id, 'rules')
  const loaded = useLoad(path, (signal) => ask<readonly Rule[]>('GET', path, undefined, signal))
  return (
    <Page
      title="Rules"
      lead="Asked from the top for every verdict. The first that matches and says block, challenge or allow decides; the others only note."
      actions={
        <a class="button" href={address([project.id, 'rules', 'new'])}>
          New rule
        </a>
      }
    >
      <WhenLoaded loaded={loaded} room={20}>
        {(rules) => (rules.length === 0 ? <NoRules /> : <List rules={rules} project={project.id} onChange={loaded.reload} />)}
      </WhenLoaded>
    </Page>
  )
}

function NoRules() {
  return (
    <Empty title="No rules yet.">
      <p>
        The evidence decides alone. A rule says otherwise for some visits, such as{' '}
        <code>score &lt; 20 AND country not in ["DE", "AT"]</code>, and is tried on past visits before it is saved.
      </p>
    </Empty>
  )
}

interface ListProps {
  readonly rules: readonly Rule[]
  readonly project: string
  readonly onChange: () => void
}

function List({ rules, project, onChange }: ListProps) {
  const [leaving, setLeaving] = useState<Rule>()
  const { run, isBusy, fault } = useAction(async (rule: Rule, act: 'confirm' | 'remove') => {
    if (act === 'confirm') await ask('POST', ofProject(project, 'rules', rule.id, 'confirm'))
    else await ask('DELETE', ofProject(project, 'rules', rule.id))
    announce(act === 'confirm' ? `“${rule.name}” is in force.` : `“${rule.name}” is removed.`)
    onChange()
  })
  const columns: readonly Column<Rule>[] = [
    { title: 'Name', cell: (rule) => <a href={address([project, 'rules', rule.id])}>{rule.name}</a> },
    { title: 'When', cell: ({ expression_source }) => <code class="expression">{expression_source}</code> },
    { title: 'Then', cell: ({ action }) => ruleActionWords[action] },
    { title: 'Order', isNumber: true, cell: ({ sort_order }) => sort_order },
    { title: 'State', cell: (rule) => <State rule={rule} onConfirm={() => run(rule, 'confirm')} isBusy={isBusy} /> },
    {
      title: 'Remove',
      isQuiet: true,
      cell: (rule) => (
        <button type="button" class="quiet small" aria-label={`Remove ${rule.name}`} onClick={() => setLeaving(rule)}>
          Remove
        </button>
      ),
    },
  ]
  return (
    <>
      {fault && <Fault fault={fault} />}
      <Table caption="Rules in the order in which they are asked" columns={columns} rows={rules} keyOf={({ id }) => id} />
      {leaving && (
        <Confirm title="Remove this rule?" action="Remove" onConfirm={() => run(leaving, 'remove')} onClose={() => setLeaving(undefined)}>
          <p>“{leaving.name}” decides nothing any more from the next verdict on.</p>
        </Confirm>
      )}
    </>
  )
}

/** In force, off, or taken back by the brake, and then why. */
function State({ rule, onConfirm, isBusy }: { rule: Rule; onConfirm: () => void; isBusy: boolean }) {
  if (!rule.is_active) return <Badge>Off</Badge>
  if (rule.observe_only)
    return (
      <div class="braked">
        <Badge tone="warn">Braked</Badge>
        <small>{rule.brake?.why ?? 'It blocked far more than was blocked before.'} It only notes.</small>
        <button
          type="button"
          class="quiet small"
          disabled={isBusy}
          aria-label={`Put ${rule.name} in force all the same`}
          onClick={onConfirm}
        >
          Put in force
        </button>
      </div>
    )
  return (
    <>
      <Badge tone="good">In force</Badge>
      {rule.brake?.phase === 'watching' && <small>new: the brake watches it</small>}
    </>
  )
}

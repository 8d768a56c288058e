import { useState } from 'preact/hooks'
import type { ChangedRule, NewRule, Rule, RuleAction, RuleLanguage } from '../../wire/rules.js'
import { ask, ofProject } from '../api.js'
import { announce } from '../parts/announce.js'
import { Confirm } from '../parts/dialog.js'
import { Choice, Switch, TextField } from '../parts/field.js'
import { Fault, WhenLoaded } from '../parts/loading.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { RuleEditor } from '../parts/rule-editor.js'
import { RulePreviewPanel } from '../parts/rule-preview.js'
import { address, navigate } from '../router.js'
import { useAction } from '../use-action.js'
import { useLoad } from '../use-load.js'
import { counted } from '../words/format.js'
import { ruleActionWords } from '../words/rule-words.js'
import type { ViewProps } from './view.js'

interface Loaded {
  readonly language: RuleLanguage
  /** Undefined for a new one. */
  readonly rule: Rule | undefined
}

/** A rule that is written or changed: checked as it is typed, tried on past visits, and then saved. */
export function EditRule({ project, params }: ViewProps) {
  const isNew = params.rule === 'new'
  const loaded = useLoad<Loaded>(`${project.id} ${params.rule}`, async (signal) => {
    const [language, rules] = await Promise.all([
      ask<RuleLanguage>('GET', ofProject(project.id, 'rule-language'), undefined, signal),
      ask<readonly Rule[]>('GET', ofProject(project.id, 'rules'), undefined, signal),
    ])
    return { language, rule: rules.find(({ id }) => id === params.rule) }
  })
  return (
    <Page title={isNew ? 'New rule' : 'Change a rule'} lead={<a href={address([project.id, 'rules'])}>All rules</a>}>
      <WhenLoaded loaded={loaded} room={40}>
        {({ language, rule }) =>
          rule || isNew ? (
            <Form project={project.id} language={language} rule={rule} />
          ) : (
            <p class="notice">This rule is not there any more.</p>
          )
        }
      </WhenLoaded>
    </Page>
  )
}

const choices = Object.entries(ruleActionWords).map(([value, words]) => ({ value, words }))

const draftOf = (rule: Rule | undefined): Required<Omit<NewRule, 'confirm'>> => ({
  name: rule?.name ?? '',
  expression: rule?.expression_source ?? '',
  action: rule?.action ?? 'log',
  is_active: rule?.is_active ?? true,
  sort_order: rule?.sort_order ?? 0,
})

function Form({ project, language, rule }: Loaded & { project: string }) {
  const [draft, setDraft] = useState(draftOf(rule))
  const set = (change: Partial<typeof draft>) => {
    setDraft({ ...draft, ...change })
    clear()
  }
  const { run, isBusy, fault, clear } = useAction(async (confirm: boolean) => {
    const body = { ...draft, name: draft.name.trim(), ...(confirm && { confirm }) }
    if (rule) await ask<Rule>('PUT', ofProject(project, 'rules', rule.id), { ...body, version: rule.version } satisfies ChangedRule)
    else await ask<Rule>('POST', ofProject(project, 'rules'), body satisfies NewRule)
    announce(`“${body.name}” is saved.`)
    navigate(address([project, 'rules']))
  })
  const faultOf = (path: string) => fault?.fields.find((field) => field.path === path)?.message
  const send = (event: Event) => {
    event.preventDefault()
    run(false)
  }
  return (
    <div class="panels">
      <Panel title="The rule" size="half">
        <form onSubmit={send} class="rule-form">
          <TextField
            label="Name"
            hint="Stands in the explanation of what it decides."
            fault={faultOf('name')}
            value={draft.name}
            onValue={(name) => set({ name })}
            input={{ required: true, maxLength: 100, autocomplete: 'off' }}
          />
          <RuleEditor
            label="When"
            value={draft.expression}
            language={language}
            onValue={(expression) => set({ expression })}
            onSave={() => run(false)}
          />
          <Choice label="Then" value={draft.action} options={choices} onValue={(action) => set({ action: action as RuleAction })} />
          <TextField
            label="Order"
            hint="Lower ones are asked first."
            fault={faultOf('sort_order')}
            value={`${draft.sort_order}`}
            onValue={(order) => set({ sort_order: Number(order) })}
            input={{ type: 'number', step: 1 }}
          />
          <Switch label="Active" isOn={draft.is_active} onChange={(is_active) => set({ is_active })} />
          {fault && !fault.alarm && <Fault fault={fault} />}
          <div class="buttons">
            <button type="submit" disabled={isBusy}>
              Save
            </button>
            <a class="button quiet" href={address([project, 'rules'])}>
              Cancel
            </a>
          </div>
        </form>
      </Panel>
      <RulePreviewPanel project={project} draft={draft} rule={rule?.id} />
      {fault?.alarm && (
        <Confirm title="This would block many" action="Save all the same" onConfirm={() => run(true)} onClose={clear}>
          <p>
            It would block {counted(fault.alarm.blocked, 'of the last visits', 'of the last visits')} that nothing blocks today.{' '}
            {fault.alarm.message}
          </p>
          <p>Nothing was saved yet. The brake stays on watch if you go on.</p>
        </Confirm>
      )}
    </div>
  )
}

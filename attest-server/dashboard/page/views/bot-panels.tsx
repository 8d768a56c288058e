import type { ComponentChildren } from 'preact'
import type { Overview, Tally } from '../../wire/overview.js'
import { Tallies } from '../charts/tallies.js'
import { Empty } from '../parts/loading.js'
import { Panel } from '../parts/panel.js'
import { address } from '../router.js'
import { counted } from '../words/format.js'
import { networkName } from '../words/names.js'
import { kindName, nameOf } from '../words/observation-words.js'
import type { Filter } from './session-filters.js'

type Bots = Pick<Overview, 'bots' | 'funnel' | 'from'> & { readonly project: string }

/** Of whom lists hold no more than of the rest. */
const OTHER = 'other'

/** Visits that were challenged or blocked, four ways: each row leads to the sessions that it counts. */
export function BotPanels({ bots, funnel, from, project }: Bots) {
  const turned = funnel.challenge + funnel.block
  const sessions = (filter: Filter) => address([project, 'sessions'], { kind: 'any', from, ...filter })
  const link = (filter: Filter, words: ComponentChildren) => <a href={sessions(filter)}>{words}</a>
  const named = (name: (name: string) => ComponentChildren) => (tally: string) => (tally === OTHER ? 'All others' : name(tally))
  return (
    <>
      <Panel
        title="Bots by kind"
        size="half"
        aside={link({}, 'All of them')}
        note={`What the ${counted(turned, 'visit')} that ${turned === 1 ? 'was' : 'were'} challenged or blocked looked like.`}
      >
        <Listed caption="Bots by kind" what="Kind" tallies={bots.kinds} name={named((kind) => link({ kind }, kindName(kind)))} />
      </Panel>
      <Panel title="Bots by tell" size="half" note="What spoke for a program. A visit counts for each, so shares add up to more than all.">
        <Listed
          caption="Bots by tell"
          what="Observation"
          tallies={bots.tells}
          name={named((tell) => link({ tell }, nameOf(tell)))}
          of={turned}
        />
      </Panel>
      <Panel title="Bots by network" size="half">
        <Listed
          caption="Bots by network"
          what="Network"
          tallies={bots.networks}
          name={named((name) => link(networkFilter(name), networkName(name)))}
        />
      </Panel>
      <Panel title="Bots by page" size="half">
        <Listed
          caption="Bots by page"
          what="Page action"
          tallies={bots.pages}
          name={named((name) => link(pageFilter(name), <Place {...pageFilter(name)} />))}
        />
      </Panel>
    </>
  )
}

interface ListedProps {
  readonly caption: string
  readonly what: string
  readonly tallies: readonly Tally[]
  readonly name: (name: string) => ComponentChildren
  readonly of?: number
}

function Listed(props: ListedProps) {
  return props.tallies.length === 0 ? <Empty title="None in this time." /> : <Tallies {...props} />
}

/** `datacenter DE` */
function networkFilter(name: string): Filter {
  const [network, country] = name.split(' ')
  return { network, country }
}

/** `https://shop.example sign-up` */
function pageFilter(name: string): Filter {
  const [origin, ...action] = name.split(' ')
  return { origin, page: action.join(' ') }
}

function Place({ origin = '', page }: Filter) {
  return (
    <>
      {page || 'no action'} <small>{origin.replace(/^https:\/\//, '')}</small>
    </>
  )
}

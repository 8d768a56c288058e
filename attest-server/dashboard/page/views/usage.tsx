import type { KeyUsage, UsageWindow, Usage as Used } from '../../wire/usage.js'
import { ask, ofProject } from '../api.js'
import { Empty, WhenLoaded } from '../parts/loading.js'
import { Time } from '../parts/marks.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { Table } from '../parts/table.js'
import { address } from '../router.js'
import { useLoad } from '../use-load.js'
import { count, duration, shareOf } from '../words/format.js'
import { keyKindWords } from '../words/names.js'
import type { ViewProps } from './view.js'

/** What each key has used of its limits. */
export function Usage({ project }: ViewProps) {
  const path = ofProject(project.id, 'usage')
  const loaded = useLoad(path, (signal) => ask<Used>('GET', path, undefined, signal))
  return (
    <Page title="Usage" lead="What each key has used of its limits, and when they start anew. A window that nobody used is not running.">
      <WhenLoaded loaded={loaded} room={24}>
        {({ plan, keys }) =>
          keys.length === 0 ? (
            <Empty title="No keys, so nothing to use up.">
              <p>
                Verdicts of visits are not limited by key. <a href={address([project.id, 'keys'])}>Make a key</a> for one of the other APIs.
              </p>
            </Empty>
          ) : (
            <>
              <p>
                Plan: <strong>{plan}</strong>
              </p>
              <div class="panels">
                {keys.map((key) => (
                  <OfKey key={key.id} {...key} />
                ))}
              </div>
            </>
          )
        }
      </WhenLoaded>
    </Page>
  )
}

function OfKey({ id, kind, name, tier, windows }: Omit<KeyUsage, 'key'>) {
  return (
    <Panel title={name || id} size="half" aside={tier} note={keyKindWords[kind]}>
      {windows.length === 0 ? (
        <Empty title="Not used in its running windows." />
      ) : (
        <Table
          caption={`Limits of ${name || id}`}
          rows={windows}
          keyOf={({ name, seconds }) => `${name} ${seconds}`}
          columns={[
            { title: 'Limit', cell: (window) => <Limit {...window} /> },
            { title: 'Used', isNumber: true, cell: ({ used, limit }) => <Meter used={used} limit={limit} /> },
            { title: 'Starts anew', cell: ({ resets_at }) => <Time at={resets_at} /> },
          ]}
        />
      )}
    </Panel>
  )
}

function Limit({ name, limit, seconds }: UsageWindow) {
  return (
    <>
      {count(limit)} in {duration(seconds)} <small>{name}</small>
    </>
  )
}

function Meter({ used, limit }: { used: number; limit: number }) {
  return (
    <span class="likelihood">
      <span class="likelihood-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (100 * used) / limit)}%` }} />
      </span>
      {count(used)} <small>{shareOf(used, limit)}</small>
    </span>
  )
}

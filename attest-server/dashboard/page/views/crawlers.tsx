import type { CrawlersSeen } from '../../wire/visitors.js'
import { ask, ofProject } from '../api.js'
import { Tallies } from '../charts/tallies.js'
import { Choice } from '../parts/field.js'
import { Empty, WhenLoaded } from '../parts/loading.js'
import { Badge } from '../parts/marks.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { Table } from '../parts/table.js'
import { address, navigate } from '../router.js'
import { useLoad } from '../use-load.js'
import { count, counted } from '../words/format.js'
import { humanise } from '../words/observation-words.js'
import type { ViewProps } from './view.js'

const spans = [
  { value: '24', words: 'Last 24 hours' },
  { value: '168', words: 'Last 7 days' },
  { value: '720', words: 'Last 30 days' },
]

/** Programs that say who they are: those that proved it, and those that lied. */
export function Crawlers({ project, query }: ViewProps) {
  const asked = query.get('hours') ?? '168'
  const hours = spans.some(({ value }) => value === asked) ? asked : '168'
  const path = `${ofProject(project.id, 'crawlers')}?hours=${hours}`
  const loaded = useLoad(path, (signal) => ask<CrawlersSeen>('GET', path, undefined, signal))
  return (
    <Page
      title="Crawlers and agents"
      lead="A crawler is believed when its address proves it by the vendor’s own method, an agent when its signature does."
      actions={
        <Choice
          label="Time"
          value={hours}
          options={spans}
          onValue={(value) => navigate(address([project.id, 'crawlers'], { hours: value }), 'replace')}
        />
      }
    >
      <WhenLoaded loaded={loaded} room={40}>
        {(seen) => <Seen seen={seen} policy={address([project.id, 'policy'])} />}
      </WhenLoaded>
    </Page>
  )
}

function Seen({ seen, policy }: { seen: CrawlersSeen; policy: string }) {
  const { allowVerified, verified, impostors, known } = seen
  const nameOf = (id: string) => known.find((crawler) => crawler.id === id)?.name ?? humanise(`.${id}`)
  return (
    <>
      <p class="notice">
        Verified ones {allowVerified ? 'are let through before any rule is asked' : 'are treated like everybody else'}.{' '}
        <a href={policy}>Change that in the policy</a>
      </p>
      <div class="panels">
        <Panel title="Proved who they are" size="half">
          {verified.length === 0 ? (
            <Empty title="None came in this time." />
          ) : (
            <Table
              caption="Verified crawlers and agents"
              rows={verified}
              keyOf={({ name, by }) => `${by} ${name}`}
              columns={[
                { title: 'Who', cell: ({ name }) => nameOf(name) },
                { title: 'What', cell: ({ by }) => <Badge>{by === 'crawler' ? 'Crawler' : 'Agent'}</Badge> },
                { title: 'Visits', isNumber: true, cell: (visitor) => count(visitor.count) },
              ]}
            />
          )}
        </Panel>
        <Panel title="Lied about it" size="half" note="Said to be a vendor’s crawler, and by that vendor’s own method were not.">
          {impostors.length === 0 ? (
            <Empty title="None came in this time." />
          ) : (
            <Tallies caption="Impostors" what="Claimed to be" tallies={impostors} name={nameOf} />
          )}
        </Panel>
        <Panel title="Whom we can tell" aside={counted(known.length, 'vendor')}>
          <Table
            caption="Vendors whose crawlers can be proved"
            rows={known}
            keyOf={({ id }) => id}
            columns={[
              { title: 'Vendor', cell: ({ name }) => name },
              { title: 'For', cell: ({ category }) => humanise(`.${category}`) },
              { title: 'Name in answers', cell: ({ id }) => <code>{id}</code> },
            ]}
          />
        </Panel>
      </div>
    </>
  )
}

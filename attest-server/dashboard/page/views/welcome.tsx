import { Page } from '../parts/page.js'

/** An account that owns nothing yet. */
export function Welcome() {
  return (
    <Page title="No project yet" lead="This account owns no project. A project is a site, or several, with keys and rules of its own.">
      <p>Beside the server, make one and give it to this account:</p>
      <pre>
        <code>
          {
            'vouchsafe project create --name Shop --origin https://shop.example\nvouchsafe account adopt --email you@shop.example --project prj_…'
          }
        </code>
      </pre>
      <p>Then load this page again.</p>
    </Page>
  )
}

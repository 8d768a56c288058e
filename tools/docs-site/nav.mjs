/**
 * What the site holds, in order: one page a line. A page is a file of the repository; its title is what stands beside the text. A test
 * fails where a file of `docs/` is on no line, and where a line names no file. Of the folders of `shelves` every page is taken.
 *
 * @typedef {readonly [file: string, title: string]} Line
 * @typedef {{ title: string, pages: readonly Line[] }} Section
 */

/** @type {readonly Section[]} */
export const sections = [
  {
    title: 'Start',
    pages: [
      ['docs/README.md', 'Vouchsafe'],
      ['docs/quickstart.md', 'Five-minute start'],
      ['docs/how-it-works.md', 'How it works'],
      ['docs/how-it-decides.md', 'How it decides'],
      ['docs/glossary.md', 'Glossary'],
    ],
  },
  {
    title: 'On your pages',
    pages: [
      ['docs/script-tag.md', 'The script tag'],
      ['docs/csp-and-proxies.md', 'CSP and proxies'],
      ['docs/no-script.md', 'Without JavaScript'],
      ['docs/accessibility.md', 'Accessibility'],
    ],
  },
  {
    title: 'In your backend',
    pages: [
      ['docs/verdict.md', 'The verdict'],
      ['docs/rules.md', 'Rules'],
      ['docs/rules-cookbook.md', 'Rules: a cookbook'],
      ['docs/control-plane.md', 'The control plane'],
      ['docs/dashboard.md', 'The dashboard'],
      ['docs/agents.md', 'Agents'],
      ['docs/network.md', 'The network'],
      ['docs/troubleshooting.md', 'Troubleshooting'],
      ['docs/drill.md', 'Drill and test keys'],
    ],
  },
  {
    title: 'Integrations',
    pages: [
      ['docs/integrations.md', 'All of them'],
      ['docs/examples/express/README.md', 'Express'],
      ['docs/examples/fastify/README.md', 'Fastify'],
      ['docs/examples/hono/README.md', 'Hono'],
      ['docs/examples/nest/README.md', 'NestJS'],
      ['docs/examples/next/README.md', 'Next.js'],
      ['docs/examples/worker/README.md', 'A worker'],
      ['docs/examples/nginx/README.md', 'nginx'],
      ['docs/examples/python/README.md', 'Python'],
      ['docs/examples/go/README.md', 'Go'],
      ['docs/examples/php/README.md', 'PHP'],
      ['docs/examples/wordpress/README.md', 'WordPress'],
      ['docs/examples/ruby/README.md', 'Ruby'],
      ['docs/examples/html/README.md', 'Plain HTML'],
      ['docs/examples/react/README.md', 'React'],
      ['docs/examples/vue/README.md', 'Vue'],
      ['docs/examples/svelte/README.md', 'Svelte'],
      ['docs/examples/openapi-client/README.md', 'OpenAPI client'],
    ],
  },
  {
    title: 'The APIs',
    pages: [
      ['docs/siteverify.md', 'siteverify'],
      ['docs/sessions.md', 'Sessions'],
      ['docs/behaviour-scoring.md', 'Behaviour'],
      ['docs/request-scoring.md', 'Requests'],
      ['docs/detectip.md', 'Verdicts with reasons'],
      ['docs/crawlers.md', 'Crawlers'],
    ],
  },
  {
    title: 'Coming from elsewhere',
    pages: [
      ['docs/migrating/recaptcha.md', 'reCAPTCHA'],
      ['docs/migrating/hcaptcha.md', 'hCaptcha'],
      ['docs/migrating/turnstile.md', 'Turnstile'],
      ['docs/migrating/botect.md', 'Botect'],
      ['docs/migrating/detection-lab.md', 'Detection Lab'],
      ['docs/migrating/nobotspls.md', 'NoBotsPls'],
      ['docs/migrating/detectip.md', 'detectip'],
      ['docs/migrating/yeb.md', 'yeb.to'],
    ],
  },
  {
    title: 'The server',
    pages: [
      ['docs/server.md', 'Settings and endpoints'],
      ['docs/operations.md', 'Operations'],
      ['docs/hardening.md', 'Hardening'],
      ['docs/distributed.md', 'Several servers'],
      ['docs/edge.md', 'On the edge'],
      ['docs/faults.md', 'When something fails'],
    ],
  },
  {
    title: 'Trust',
    pages: [
      ['docs/privacy.md', 'Privacy'],
      ['docs/privacy-texts.md', 'Privacy: texts to adopt'],
      ['docs/threat-model.md', 'The threat model'],
      ['docs/evaluation/README.md', 'How well it decides'],
      ['docs/evaluation/behaviour.md', 'Behaviour alone'],
      ['docs/evaluation/matrix.md', 'Bots and people'],
      ['docs/performance.md', 'Performance'],
      ['docs/capacity.md', 'Capacity'],
      ['docs/sizes.md', 'Sizes'],
      ['docs/versioning.md', 'Versions'],
    ],
  },
  {
    title: 'The project',
    pages: [
      ['CHANGELOG.md', 'Changelog'],
      ['CONTRIBUTING.md', 'Contributing'],
      ['SECURITY.md', 'Security'],
    ],
  },
]

/** Folders of which every page is on the site, beneath a list that is made of them. @type {readonly Line[]} */
export const shelves = [['docs/decisions', 'Decisions']]

/** What is served as it stands, beside the pages that link to it. */
export const attachments = ['docs/ci', 'docs/deploy', 'docs/edge', 'docs/diagrams', 'docs/evaluation', 'docs/performance']

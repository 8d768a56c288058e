export const USAGE = `vouchsafe — the attest-server

  vouchsafe serve [--check]                start the server; configured by environment variables. With --check, only say whether it could
  vouchsafe project create --name NAME --origin ORIGIN … [settings]
  vouchsafe project list
  vouchsafe project set --key pk_… [--name NAME] [--origin ORIGIN …] [settings]
  vouchsafe project rotate-key --key pk_… [--type secret|site]
                                           the old key is worthless at once: with --type site, pages with the old tag stop working
  vouchsafe key list                       the keys that sign verdicts
  vouchsafe key rotate [--now]             a new one; it signs in two minutes. With --now, for a key that got out: at once, and
                                           everything that older keys signed is worthless
  vouchsafe crawlers export                the allowlist of verified crawlers, as it is known now
  vouchsafe crawlers refresh               fetch the lists of their vendors now
  vouchsafe doctor                         looks at what the server stands on, and says what to do
  vouchsafe migrate [--check]              brings the database to this version's schema. With --check, only says whether it is
  vouchsafe import --from FOLDER [--merge] copies a data folder into the database of VOUCHSAFE_DATABASE_URL. With --merge, also
                                           where that holds something: what is there stays
  vouchsafe backup --file FILE             all data in one file, while the server runs; it holds the signing keys
  vouchsafe restore --file FILE [--force]  puts a backup in place while no server runs. With --force, also where there is data
  vouchsafe drill URL [options]            bots of ours against a page of yours, and a report; see vouchsafe drill --help
  vouchsafe help, vouchsafe --version

  vouchsafe account create --email ADDRESS [--name NAME] [--plan free|pro] [--project PROJECT …]
  vouchsafe account token --email ADDRESS  one more token for the control plane
  vouchsafe account show --email ADDRESS
  vouchsafe account adopt --email ADDRESS --project PROJECT …
                                           makes projects the account's: its tokens may configure them
  vouchsafe account set --email ADDRESS --plan free|pro
  vouchsafe account password --email ADDRESS [--file FILE]
                                           for the dashboard: the first line of FILE, or a new one that is shown once
  vouchsafe key create --kind nobotspls|detectip|detection-lab|yeb --project PROJECT [--name NAME] [--tier free|pro]
  vouchsafe key list --project PROJECT | --email ADDRESS
                                           keys of the APIs, or an account's tokens
  vouchsafe key revoke --project PROJECT | --email ADDRESS --id key_…
  vouchsafe usage show --project PROJECT   what each key has used of its limits, and how many verdicts were deferred today
  vouchsafe scoring enable --project PROJECT
                                           the sessions API; the first time with a new secret key: the older one is worthless
  vouchsafe settings show --project PROJECT
  vouchsafe settings set --project PROJECT [--threshold 1…99] [--allow-verified on|off] [--protect-static on|off]
                                           [--block-definite on|off] [--challenge-likely on|off]
                                           [--delay-enforcement on|off] [--keep-movement HOURS]
  vouchsafe rules list --project PROJECT
  vouchsafe rules add --project PROJECT --name NAME --expression RULE --action block|challenge|allow|log|delay
                                           [--order=N] [--active on|off] [--yes]
                                           --yes: also where it would block a large share of the last sessions
  vouchsafe rules set --project PROJECT --id rule_… [what changes] [--yes]
  vouchsafe rules remove --project PROJECT --id rule_…
  vouchsafe rules confirm --project PROJECT --id rule_…
                                           in force again, though the brake took it back
  vouchsafe rules preview --project PROJECT --expression RULE --action ACTION [--id rule_…]
                                           what it would have done to the last sessions
  vouchsafe exceptions list --project PROJECT
  vouchsafe exceptions add --project PROJECT --reference CODE [--days 7]
                                           lets the visitor through who read out this support code
  vouchsafe exceptions remove --project PROJECT --reference CODE
  vouchsafe revoke --project PROJECT --verdict JTI|CODE | --session SESSION | --device THUMBPRINT
                                           refused from now on by all who read the list of what is revoked
  vouchsafe revoke --kid KEY               the same of a key that is published no more; of others, see key rotate --now
  vouchsafe session delete --project PROJECT --session SESSION
                                           forgets all of it

PROJECT is a project's id, prj_…, or its site key, pk_….

ORIGIN is an exact origin such as https://shop.example, or the word loopback for every loopback origin. It may be given several times.

Settings of a project:
  --enforce on|off                         whether its pages may show the challenge and block screens
  --noscript on|off                        whether visitors without JavaScript may use the signed form
  --contact mailto:…|https://…             for people who need help

  --json                                   print the result as JSON, for programs

Exit codes: 0 it is done, 1 it could not be done, 2 the command was wrong.

Environment: HOST, PORT, VOUCHSAFE_DATA_DIR, VOUCHSAFE_DATABASE_URL, VOUCHSAFE_REDIS_URL, VOUCHSAFE_PUBLIC_URL, VOUCHSAFE_TRUSTED_PROXIES, VOUCHSAFE_VERDICT_SECONDS, VOUCHSAFE_CHALLENGE_SECONDS,
VOUCHSAFE_BUILD_GRACE_HOURS, VOUCHSAFE_POW_DIFFICULTY, VOUCHSAFE_RETENTION_DAYS, VOUCHSAFE_VERDICT_RECORDS, VOUCHSAFE_SKETCH_DAYS, VOUCHSAFE_REVEAL_SHARE,
VOUCHSAFE_SIGNING_ALG, VOUCHSAFE_TLS_CERT, VOUCHSAFE_TLS_KEY, VOUCHSAFE_NETWORK_DATABASES, VOUCHSAFE_JA4_HEADER, VOUCHSAFE_CRAWLER_FEEDS, VOUCHSAFE_RESOLVER,
VOUCHSAFE_AGENTS, VOUCHSAFE_REQUEST_THRESHOLDS, VOUCHSAFE_CALLER_PROXIES, VOUCHSAFE_OPEN_SIGNUP, VOUCHSAFE_TRUST_ISSUER, VOUCHSAFE_WEBHOOK_LOOPBACK, VOUCHSAFE_DASHBOARD,
VOUCHSAFE_LOG, VOUCHSAFE_METRICS_HOST, VOUCHSAFE_METRICS_PORT, VOUCHSAFE_DRAIN_SECONDS`

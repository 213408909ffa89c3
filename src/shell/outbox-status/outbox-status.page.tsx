import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Button } from '../../design-system/button/button.tsx'
import { ConnectionStatus } from '../../design-system/connection-status/connection-status.tsx'
import { Dialog } from '../../design-system/dialog/dialog.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { PageNotice, PageNotices } from '../../design-system/page-notices/page-notices.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { VisuallyHidden } from '../../design-system/visually-hidden/visually-hidden.tsx'
import type { Actor } from '../../platform/auth/actor.ts'
import { type Language, rawMessages, type Translate } from '../../platform/i18n/translate.ts'

const messages = [
  'offline.connected',
  'offline.disconnected',
  'offline.waiting-one',
  'offline.waiting-other',
  'offline.attention',
  'offline.line.clock-ahead',
  'offline.line.clock-behind',
  'offline.line.lost-one',
  'offline.line.lost-other',
  'offline.line.old',
] as const

/** What the script of the status needs: who works here, and the words with a number or moment in them. */
export interface OutboxStatusData {
  readonly account: string
  readonly language: Language
  readonly messages: Readonly<Record<(typeof messages)[number], string>>
}

/** The pages that work on a device without a network: those of the desk. */
export function worksOffline(path: string): boolean {
  return path === '/balie' || path.startsWith('/balie/')
}

/** In the header: whether there is a connection and how many wait. The script fills it. */
export function OutboxStatus({ visitor, language }: { visitor: Actor; language: Language }): Child {
  const data: OutboxStatusData = {
    account: visitor.accountId,
    language,
    messages: rawMessages(language, messages),
  }
  return (
    <>
      <ConnectionStatus id="outbox-status" href="/balie/wachtrij" connected={false} hidden />
      <script type="application/json" id="outbox-status-data">
        {raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}
      </script>
    </>
  )
}

/** Below the header: what a person must know or do, shown and said aloud when it is so. */
export function OutboxNotices({ t }: { t: Translate }): Child {
  return (
    <PageNotices>
      {/* The header shows it; a notice would push the form off the screen for as long as there is no network. */}
      <div id="line-disconnected" hidden>
        <VisuallyHidden>{t('offline.line.disconnected')}</VisuallyHidden>
      </div>
      <PageNotice
        id="line-signed-out"
        kind="warning"
        hidden
        action={<Link href="/inloggen?verder=/balie/wachtrij">{t('shell.sign-in')}</Link>}
      >
        {t('offline.line.signed-out')}
      </PageNotice>
      <PageNotice id="line-clock" kind="warning" hidden />
      <PageNotice
        id="line-lost"
        kind="error"
        hidden
        action={
          <Button id="lost-read" variant="subtle">
            {t('offline.line.lost-read')}
          </Button>
        }
      />
      <PageNotice id="line-old" kind="warning" hidden />
      <PageNotice
        id="line-update"
        kind="info"
        hidden
        action={
          <Button id="refresh" variant="subtle">
            {t('offline.line.refresh')}
          </Button>
        }
      >
        {t('offline.line.update')}
      </PageNotice>
    </PageNotices>
  )
}

/** Asked at signing out while something waits: it stays, and who follows must know. */
export function SignOutDialogs({ t }: { t: Translate }): Child {
  return (
    <>
      <Dialog
        id="sign-out-waiting"
        title={t('offline.sign-out.title')}
        buttons={
          <>
            <Button href="/balie/wachtrij">{t('offline.sign-out.look')}</Button>
            <Button type="submit" value="yes">
              {t('offline.sign-out.anyway')}
            </Button>
          </>
        }
      >
        <Paragraph>{t('offline.sign-out.text')}</Paragraph>
      </Dialog>
      <Dialog
        id="sign-out-failed"
        title={t('offline.disconnected')}
        buttons={<Button type="submit">{t('shell.continue')}</Button>}
      >
        <Paragraph>{t('offline.sign-out.failed')}</Paragraph>
      </Dialog>
    </>
  )
}

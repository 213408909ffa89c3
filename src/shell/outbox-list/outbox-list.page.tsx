import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { Card, CardList } from '../../design-system/card-list/card-list.tsx'
import { Dialog } from '../../design-system/dialog/dialog.tsx'
import { EmptyState } from '../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../platform/http/reply.ts'
import { type Language, rawMessages, type Translate } from '../../platform/i18n/translate.ts'

const messages = [
  'offline.list.count-one',
  'offline.list.count-other',
  'offline.list.drop-question',
  'offline.list.reason-conflict',
  'offline.list.reason-not-allowed',
  'offline.list.reason-unreadable',
  'offline.list.reason-unanswered',
] as const

export interface OutboxListData {
  readonly language: Language
  readonly messages: Readonly<Record<(typeof messages)[number], string>>
}

/** 'Op dit apparaat': what waits, how it stands, and what a person can do about it. Works without a network. */
export function outboxListPage(t: Translate, language: Language): Page {
  const data: OutboxListData = { language, messages: rawMessages(language, messages) }
  return {
    title: t('offline.list.title'),
    script: 'outbox-list.js',
    scriptData: data,
    main: (
      <Stack>
        <Heading level={1}>{t('offline.list.title')}</Heading>
        <Paragraph lead>{t('offline.list.lead')}</Paragraph>
        <noscript>
          <Paragraph>{t('offline.list.no-script')}</Paragraph>
        </noscript>
        <div role="status">
          <p class="nl-paragraph" id="outbox-news" hidden></p>
          <div id="outbox-empty" hidden>
            <EmptyState>{t('offline.list.empty')}</EmptyState>
          </div>
        </div>
        <div id="outbox-send" hidden>
          <Button variant="primary">{t('offline.list.send')}</Button>
        </div>
        <CardList id="outbox-items" />
        <template id="outbox-item">
          <Card>
            <Stack gap="sm">
              <Row apart>
                <strong data-part="label"></strong>
                <span data-status="waiting">
                  <StatusBadge kind="waiting">{t('offline.list.status-waiting')}</StatusBadge>
                </span>
                <span data-status="sending">
                  <StatusBadge kind="neutral">{t('offline.list.status-sending')}</StatusBadge>
                </span>
                <span data-status="refused">
                  <StatusBadge kind="failed">{t('offline.list.status-refused')}</StatusBadge>
                </span>
                <span data-status="conflict">
                  <StatusBadge kind="failed">{t('offline.list.status-conflict')}</StatusBadge>
                </span>
              </Row>
              <p class="nl-paragraph balie-paragraph--subtle" data-part="made"></p>
              <p class="nl-paragraph" data-part="reason"></p>
              <ButtonGroup>
                <span data-action="edit">
                  <Button href="/balie">{t('offline.list.edit')}</Button>
                </span>
                <span data-action="as-new">
                  <Button>{t('offline.list.as-new')}</Button>
                </span>
                <span data-action="look">
                  <Button href="/balie">{t('offline.list.look')}</Button>
                </span>
                <span data-action="drop">
                  <Button variant="danger">{t('offline.list.drop')}</Button>
                </span>
              </ButtonGroup>
            </Stack>
          </Card>
        </template>
        <Dialog
          id="drop-dialog"
          title={t('offline.list.drop-title')}
          buttons={
            <>
              <Button type="submit" value="">
                {t('offline.list.drop-no')}
              </Button>
              <Button type="submit" variant="danger" value="yes">
                {t('offline.list.drop-yes')}
              </Button>
            </>
          }
        >
          <Paragraph id="drop-question"></Paragraph>
        </Dialog>
      </Stack>
    ),
  }
}

export function notHerePage(t: Translate): Page {
  return {
    title: t('offline.not-here.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('offline.not-here.title')}</Heading>
        <Paragraph lead>{t('offline.not-here.text')}</Paragraph>
        <ButtonGroup>
          <Button variant="primary" href="/balie">
            {t('shell.register')}
          </Button>
          <Button href="/balie/wachtrij">{t('offline.list.title')}</Button>
        </ButtonGroup>
      </Stack>
    ),
  }
}

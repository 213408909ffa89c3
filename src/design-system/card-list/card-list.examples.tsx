import { Button } from '../button/button.tsx'
import { Paragraph } from '../paragraph/paragraph.tsx'
import { Row, Stack } from '../stack/stack.tsx'
import { StatusBadge } from '../status-badge/status-badge.tsx'
import { Card, CardList } from './card-list.tsx'

export const examples = {
  'Two messages that wait': () => (
    <CardList>
      {[
        'Aanvraag parkeervergunning',
        'Een bericht met een heel lange titel, die over meer dan een regel loopt',
      ].map((title) => (
        <Card>
          <Stack gap="sm">
            <Row apart>
              <strong>{title}</strong>
              <StatusBadge kind="waiting">Wacht</StatusBadge>
            </Row>
            <Paragraph subtle>Noor Jansen, di 24 november 10:05</Paragraph>
            <div>
              <Button ariaLabel={`Weggooien: ${title}`}>Weggooien</Button>
            </div>
          </Stack>
        </Card>
      ))}
    </CardList>
  ),
}

import { Button } from '../button/button.tsx'
import { Paragraph } from '../paragraph/paragraph.tsx'
import { Columns, Row, Stack } from './stack.tsx'

export const examples = {
  'Below each other': () => (
    <Stack>
      <Paragraph>Eerst dit.</Paragraph>
      <Paragraph>Dan dit.</Paragraph>
    </Stack>
  ),
  'Beside each other, apart': () => (
    <Row apart>
      <Paragraph>Nog niets gekozen</Paragraph>
      <Button>Nog een vraag</Button>
    </Row>
  ),
  Columns: () => (
    <Columns>
      <Paragraph>De linker kolom.</Paragraph>
      <Paragraph>De rechter kolom.</Paragraph>
    </Columns>
  ),
}

import { Paragraph } from '../paragraph/paragraph.tsx'
import { Details } from './details.tsx'

export const examples = {
  Closed: () => (
    <Details summary="Waarom vragen we dit?">
      <Paragraph>Omdat we willen weten of de hulp past.</Paragraph>
    </Details>
  ),
  Open: () => (
    <Details summary="Waarom vragen we dit?" open>
      <Paragraph>Omdat we willen weten of de hulp past.</Paragraph>
    </Details>
  ),
}

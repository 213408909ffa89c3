import { LanguageLinks } from './language-links.tsx'

export const examples = {
  'Three languages': () => (
    <LanguageLinks
      label="Taal"
      links={[
        { language: 'nl', name: 'Nederlands', href: '#nl', current: true },
        { language: 'en', name: 'English', href: '#en', current: false },
        { language: 'ar', name: 'العربية', href: '#ar', current: false },
      ]}
    />
  ),
}

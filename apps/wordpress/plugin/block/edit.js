/* What authors see of a room: its name and who may enter. The camera stays off until the page is looked at. */
;(({ blocks, blockEditor, components, data, element, i18n }) => {
  const { createElement: h, Fragment } = element
  const { __, sprintf } = i18n
  const nameOfRoom = /^[\p{L}\p{N}_-](?:[\p{L}\p{M}\p{N}._-]{0,62}[\p{L}\p{M}\p{N}_-])?$/u

  const icon = h(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': true },
    h('path', {
      d: 'M4 5h11a2 2 0 0 1 2 2v2.6l3.4-2.3A1 1 0 0 1 22 8.1v7.8a1 1 0 0 1-1.6.8L17 14.4V17a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z',
    }),
  )

  blocks.registerBlockType('ot-room/room', { icon, edit, save: () => null })

  function edit({ attributes, setAttributes }) {
    const wrapper = blockEditor.useBlockProps()
    const suggestion = useSuggestion()
    const room = attributes.room.trim().toLowerCase()
    return h(
      Fragment,
      null,
      h(
        blockEditor.InspectorControls,
        null,
        h(
          components.PanelBody,
          { title: __('Room', 'ot-room') },
          h(NameOfRoom, { attributes, setAttributes }),
          h(components.SelectControl, {
            __nextHasNoMarginBottom: true,
            label: __('Who may enter', 'ot-room'),
            value: attributes.access,
            options: [
              { value: 'everyone', label: __('Everybody who sees the page', 'ot-room') },
              { value: 'members', label: __('Only people who are signed in', 'ot-room') },
            ],
            onChange: (access) => setAttributes({ access }),
          }),
          h(components.ToggleControl, {
            __nextHasNoMarginBottom: true,
            label: __('Load nothing before a first click', 'ot-room'),
            help: __('Visitors first agree to load the room.', 'ot-room'),
            checked: attributes.consent,
            onChange: (consent) => setAttributes({ consent }),
          }),
        ),
      ),
      h(
        'div',
        wrapper,
        nameOfRoom.test(room)
          ? h(Card, { room, attributes })
          : h(Empty, { suggestion, attributes, setAttributes }),
      ),
    )
  }

  function Card({ room, attributes }) {
    return h(
      'div',
      { className: 'ot-room-card' },
      icon,
      h(
        'strong',
        null,
        sprintf(/* translators: %s: name of a room */ __('Video room “%s”', 'ot-room'), room),
      ),
      h(
        'p',
        null,
        attributes.access === 'members'
          ? __('People who are signed in can join on the page.', 'ot-room')
          : __('Visitors can join on the page.', 'ot-room'),
      ),
    )
  }

  function Empty({ suggestion, attributes, setAttributes }) {
    return h(
      components.Placeholder,
      {
        icon,
        isColumnLayout: true,
        label: __('Video room', 'ot-room'),
        instructions: __('Everybody who opens a room of the same name meets in it.', 'ot-room'),
      },
      h(NameOfRoom, { attributes, setAttributes }),
      suggestion !== '' &&
        h(
          components.Button,
          { variant: 'primary', onClick: () => setAttributes({ room: suggestion }) },
          sprintf(/* translators: %s: name of a room */ __('Use “%s”', 'ot-room'), suggestion),
        ),
    )
  }

  /* What is typed counts when the field is left, so that the card does not take it away after the first letter. */
  function NameOfRoom({ attributes, setAttributes }) {
    const [typed, setTyped] = element.useState(attributes.room)
    element.useEffect(() => setTyped(attributes.room), [attributes.room])
    const keep = () => setAttributes({ room: typed.trim() })
    const wrong = typed !== '' && !nameOfRoom.test(typed.trim().toLowerCase())
    return h(components.TextControl, {
      __nextHasNoMarginBottom: true,
      label: __('Name of the room', 'ot-room'),
      help: wrong
        ? __('1 to 64 letters and digits, with "-", "_" and "." between them.', 'ot-room')
        : '',
      value: typed,
      onChange: setTyped,
      onBlur: keep,
      onKeyDown: (event) => event.key === 'Enter' && keep(),
    })
  }

  /* The title of the page as a name for its room. */
  function useSuggestion() {
    const title = data.useSelect(
      (select) => select('core/editor')?.getEditedPostAttribute?.('title') ?? '',
      [],
    )
    return title
      .toLowerCase()
      .normalize('NFKC')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .slice(0, 48)
      .replace(/^[-\p{M}]+|-+$/gu, '')
  }
})(window.wp)

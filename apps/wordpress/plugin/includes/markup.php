<?php
/**
 * `<ot-room>` on a page.
 *
 * @package OtRoom
 */

namespace OtRoom;

function register_room_markup(): void {
	add_shortcode( 'ot_room', __NAMESPACE__ . '\render_shortcode' );
	// The version is a folder, not a query: the other files import this one by its name, and would load it a second time.
	wp_register_script( 'ot-room', plugins_url( 'assets/' . VERSION . '/ot-room.js', PLUGIN_FILE ), array(), null, true );
	add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 2 );
	wp_register_style( 'ot-room', false, array(), VERSION );
	// The room has its height before its script is there, so that nothing on the page shifts.
	wp_add_inline_style( 'ot-room', 'ot-room { display: block; min-block-size: 36rem }' );
}

/** `[ot_room room="support" access="members" consent="yes"]` */
function render_shortcode( $given ): string {
	$typed = typed_attributes( is_array( $given ) ? $given : array() );
	$known = shortcode_atts(
		array(
			'room'    => '',
			'access'  => 'everyone',
			'consent' => 'no',
		),
		$typed,
		'ot_room'
	);
	$notes   = array();
	$unknown = array_diff_key( $typed, $known );
	if ( array() !== $unknown ) {
		/* translators: %s: what an author has written in a shortcode */
		$notes[] = sprintf( __( 'The shortcode knows room, access and consent, and not: %s.', 'ot-room' ), implode( ', ', array_map( 'strval', array_keys( $unknown ) ) ) );
	}
	$consent = yes_or_no( (string) $known['consent'] );
	if ( null === $consent ) {
		/* translators: %s: what an author has written in a shortcode */
		$notes[] = sprintf( __( 'consent is "yes" or "no", not "%s". Visitors are asked.', 'ot-room' ), $known['consent'] );
	}
	$html = render_room( (string) $known['room'], strtolower( (string) $known['access'] ), $consent ?? true, '' );
	return implode( '', array_map( __NAMESPACE__ . '\for_authors', $notes ) ) . $html;
}

/** Quotes that word processors and editors put where straight ones belong. */
const QUOTES = array( '“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '’', '‚', '‛', '″', '′', '"', "'" );

/** The attributes as their author meant them: without typographic quotes, and with a bare `consent` as a yes. */
function typed_attributes( array $given ): array {
	$typed = array();
	$open  = null;
	foreach ( $given as $name => $value ) {
		$value  = is_string( $value ) ? html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) : '';
		$inside = trim( str_replace( QUOTES, '', $value ) );
		if ( is_int( $name ) && null !== $open ) {
			// WordPress divides at spaces what stands between quotes that are no quotes to it.
			$typed[ $open ] .= " $inside";
			$open            = $inside === trim( $value ) ? $open : null;
			continue;
		}
		if ( is_int( $name ) ) {
			// WordPress numbers what has no value.
			$name   = strtolower( $inside );
			$inside = 'consent' === $name ? 'yes' : '';
			$name   = in_array( $name, array( 'room', 'access' ), true ) ? "$name=" : $name;
		}
		if ( '' !== $name ) {
			$typed[ $name ] = $inside;
		}
		$is_quoted = 1 === preg_match( '/^[“”„‟«»‘’"\']/u', trim( $value ) );
		$open      = $is_quoted && 1 !== preg_match( '/.[“”„‟«»‘’"\']$/us', trim( $value ) ) ? $name : null;
	}
	return $typed;
}

/** What somebody means who types a yes or a no; null for what is neither. */
function yes_or_no( string $typed ): ?bool {
	$word = strtolower( $typed );
	if ( in_array( $word, array( '', 'yes', 'y', 'true', '1', 'on', 'consent' ), true ) ) {
		return true;
	}
	return in_array( $word, array( 'no', 'n', 'false', '0', 'off' ), true ) ? false : null;
}

/**
 * The element, or what stands in for it.
 *
 * @param string $wrapper Attributes that are escaped already.
 */
function render_room( string $given_room, string $access, bool $consent, string $wrapper ): string {
	try {
		$room = canonical_room_name( $given_room );
	} catch ( Problem $problem ) {
		return for_authors( $problem->getMessage() );
	}
	if ( ! in_array( $access, ACCESS, true ) ) {
		return for_authors( __( 'Access is "everyone" or "members".', 'ot-room' ) );
	}
	if ( is_feed() ) {
		return sprintf( '<p><a href="%s">%s</a></p>', esc_url( (string) get_permalink() ), esc_html__( 'Open the page to enter its video room.', 'ot-room' ) );
	}
	if ( 'endpoint' !== source() && ! may_grant() ) {
		return '<p>' . esc_html__( 'The video room is on the page itself.', 'ot-room' ) . '</p>';
	}
	wp_enqueue_script( 'ot-room' );
	wp_enqueue_style( 'ot-room' );
	bring_opentok( setting( 'opentok_url' ) );
	$attributes = array(
		'room'     => $room,
		'endpoint' => is_set_up() ? endpoint_of( $room, $access ) : null,
		'name'     => is_user_logged_in() ? wp_get_current_user()->display_name : null,
		'consent'  => $consent ? 'consent' : null,
	);
	$html       = '<ot-room ' . trim( $wrapper );
	foreach ( array_filter( $attributes ) as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	$html .= '><noscript>' . esc_html__( 'The video room needs JavaScript.', 'ot-room' ) . '</noscript></ot-room>';
	return is_set_up() ? $html : $html . hint_for_owners();
}

/** Says where OpenTok.js is, by a script: an attribute may bring code of this site or of its maker alone. */
function bring_opentok( string $url ): void {
	static $is_said = false;
	if ( '' === $url || $is_said ) {
		return;
	}
	$is_said = true;
	$script  = 'for (const room of document.querySelectorAll("ot-room")) room.opentok = %s';
	wp_add_inline_script( 'ot-room', sprintf( $script, wp_json_encode( $url ) ), 'before' );
}

/** Where visitors join: without a host, so that it is the one whose page they see, `www` or not. */
function endpoint_of( string $room, string $access ): string {
	if ( 'endpoint' === source() ) {
		return setting( 'endpoint' );
	}
	return wp_make_link_relative( rest_url( ROUTES . '/' . grant_for( $room, $access ) . '/{path}' ) );
}

/** Script modules have functions of their own since WordPress 6.5 only. */
function as_module( string $tag, string $handle ): string {
	return 'ot-room' === $handle ? str_replace( '<script ', '<script type="module" ', $tag ) : $tag;
}

/** What is wrong with a room is told to those who can mend it; others see nothing. */
function for_authors( string $sentence ): string {
	return current_user_can( 'edit_posts' ) ? '<p><strong>' . esc_html__( 'Video room:', 'ot-room' ) . '</strong> ' . esc_html( $sentence ) . '</p>' : '';
}

function hint_for_owners(): string {
	if ( ! current_user_can( 'manage_options' ) ) {
		return '';
	}
	return sprintf( '<p><a href="%s">%s</a></p>', esc_url( settings_url() ), esc_html__( 'Set up video rooms (only you see this)', 'ot-room' ) );
}

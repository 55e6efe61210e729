<?php
/**
 * Names of rooms and of visitors.
 *
 * @package OtRoom
 */

namespace OtRoom;

/**
 * The one spelling of a room's name: NFKC where PHP has intl, trimmed, lower case; 1 to 64 letters, digits, `-`, `_` and inner `.`.
 *
 * @throws Problem `room-name-invalid`.
 */
function canonical_room_name( string $given ): string {
	$name = strlen( $given ) > 1024 ? '' : mb_strtolower( trim( normalized( $given, 'NFKC' ) ) );
	$name = normalized( $name, 'NFKC' );
	if ( 1 !== preg_match( '/^[\p{L}\p{N}_-](?:[\p{L}\p{M}\p{N}._-]{0,62}[\p{L}\p{M}\p{N}_-])?$/Du', $name ) ) {
		throw new Problem( 'room-name-invalid', __( 'A room name has 1 to 64 letters and digits, with "-", "_" and "." between them.', 'ot-room' ) );
	}
	return $name;
}

/**
 * A visitor's name as others may see it: spaces folded; control, bidi and invisible characters removed.
 *
 * @param mixed $given What the visitor sent.
 * @throws Problem `visitor-name-invalid` unless 1 to 64 characters are left.
 */
function visitor_name( $given ): string {
	$name = is_string( $given ) ? readable( $given ) : '';
	if ( '' === $name || mb_strlen( $name ) > 64 ) {
		throw new Problem( 'visitor-name-invalid', __( 'A name is a text of 1 to 64 characters.', 'ot-room' ) );
	}
	return $name;
}

/** A name that the site vouches for: cleaned and cut to 64 characters; nothing if nothing is left. */
function vouched_name( string $given ): ?string {
	$name = trim( mb_substr( readable( $given ), 0, 64 ) );
	return '' === $name ? null : $name;
}

function readable( string $text ): string {
	// The joiners U+200C and U+200D stay: emoji and several scripts are written with them.
	$text = preg_replace( array( '/\s+/u', '/(?![\x{200C}\x{200D}])[\p{Cc}\p{Cf}]/u' ), array( ' ', '' ), $text );
	$text = normalized( trim( (string) $text ), 'NFC' );
	return 1 === preg_match( '/[\p{L}\p{N}\p{P}\p{S}]/u', $text ) ? $text : '';
}

function normalized( string $text, string $form ): string {
	if ( ! class_exists( \Normalizer::class ) ) {
		return $text;
	}
	return (string) \Normalizer::normalize( $text, 'NFC' === $form ? \Normalizer::FORM_C : \Normalizer::FORM_KC );
}

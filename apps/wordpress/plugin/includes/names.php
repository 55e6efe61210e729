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
	$name = strlen( $given ) > 1024 ? '' : lower( trim( normalized( $given, 'NFKC' ) ) );
	$name = normalized( $name, 'NFKC' );
	if ( 1 === preg_match( '/[' . INVISIBLE . ']/u', $name ) || 1 !== preg_match( '/^[\p{L}\p{N}_-](?:[\p{L}\p{M}\p{N}._-]{0,62}[\p{L}\p{M}\p{N}_-])?$/Du', $name ) ) {
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

/** Characters that show nothing: what Unicode calls Default_Ignorable_Code_Point, which PHP has no name for. */
const INVISIBLE = '\x{AD}\x{34F}\x{61C}\x{115F}\x{1160}\x{17B4}\x{17B5}\x{180B}-\x{180F}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{206F}\x{3164}\x{FE00}-\x{FE0F}\x{FEFF}\x{FFA0}\x{FFF0}-\x{FFF8}\x{1BCA0}-\x{1BCA3}\x{1D173}-\x{1D17A}\x{E0000}-\x{E0FFF}';

function readable( string $text ): string {
	$text = preg_replace(
		array(
			// The whitespace of JavaScript, and the blank braille pattern.
			'/[\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}\x{2800}]+/u',
			// Invisible characters, except joiners and the presentation of emoji. U+13430 to U+1343F are unknown to older PHP.
			'/(?!\x{200C}|\x{200D}|\x{FE0E}|\x{FE0F})[\p{Cc}\p{Cf}\x{13430}-\x{1343F}' . INVISIBLE . ']/u',
			// Joiners that join nothing.
			'/(?<![\p{L}\p{M}\p{S}])[\x{200C}\x{200D}]+|[\x{200C}\x{200D}]+(?![\p{L}\p{M}\p{S}])/u',
		),
		array( ' ', '', '' ),
		$text
	);
	$text = trim( (string) $text );
	return 1 === preg_match( '/[\p{L}\p{N}\p{P}\p{S}]/u', $text ) ? normalized( $text, 'NFC' ) : '';
}

/**
 * In lower case.
 *
 * @throws Problem `room-name-invalid` for letters that PHP cannot change here.
 */
function lower( string $text ): string {
	if ( function_exists( 'mb_strtolower' ) ) {
		return mb_strtolower( $text, 'UTF-8' );
	}
	if ( 1 === preg_match( '/[^\x00-\x7F]/', $text ) ) {
		throw new Problem( 'room-name-invalid', __( 'On this server a room name has letters from a to z only: its PHP lacks the extension mbstring.', 'ot-room' ) );
	}
	return strtolower( $text );
}

function normalized( string $text, string $form ): string {
	if ( ! class_exists( \Normalizer::class ) ) {
		return $text;
	}
	return (string) \Normalizer::normalize( $text, 'NFC' === $form ? \Normalizer::FORM_C : \Normalizer::FORM_KC );
}

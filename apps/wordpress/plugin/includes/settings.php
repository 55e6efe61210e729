<?php
/**
 * What the settings page may store.
 *
 * @package OtRoom
 */

namespace OtRoom;

const SETTINGS_PAGE = 'ot-room';

function settings_url(): string {
	return admin_url( 'options-general.php?page=' . SETTINGS_PAGE );
}

function register_room_settings(): void {
	// Not loaded with every page, since it holds a secret; most pages have no room.
	add_option( OPTION, array(), '', false );
	register_setting(
		SETTINGS_PAGE,
		OPTION,
		array(
			'type'              => 'object',
			'show_in_rest'      => false,
			'sanitize_callback' => __NAMESPACE__ . '\accepted_settings',
		)
	);
}

/** What of a form is good; what is not is said, and stays as it was. */
function accepted_settings( $given ): array {
	$stored = get_option( OPTION, array() );
	$stored = is_array( $stored ) ? array_diff_key( $stored, array_flip( CONSTANTS ) ) : array();
	foreach ( is_array( $given ) ? $given : array() as $name => $value ) {
		if ( ! isset( SETTINGS[ $name ] ) || in_array( $name, CONSTANTS, true ) || is_fixed( $name ) || ! is_string( $value ) ) {
			continue;
		}
		$value = trim( $value );
		// A secret is never shown again, so an empty field means the one there is.
		if ( '' === $value && in_array( $name, array( 'api_secret', 'private_key' ), true ) ) {
			continue;
		}
		$complaint = complaint_about( $name, $value );
		if ( null === $complaint ) {
			$stored[ $name ] = $value;
		} else {
			add_settings_error( OPTION, "ot-room-$name", $complaint );
		}
	}
	return $stored;
}

function complaint_about( string $name, string $value ): ?string {
	switch ( $name ) {
		case 'source':
			return in_array( $value, array( 'opentok', 'vonage', 'endpoint' ), true ) ? null : __( 'Choose where tokens come from.', 'ot-room' );
		case 'media_mode':
			return in_array( $value, array( 'relayed', 'routed' ), true ) ? null : __( 'Media are relayed or routed.', 'ot-room' );
		case 'api_key':
			return 1 === preg_match( '/^\d*$/D', $value ) ? null : __( 'An OpenTok API key is a number.', 'ot-room' );
		case 'application_id':
			return '' === $value || wp_is_uuid( strtolower( $value ) ) ? null : __( 'The ID of a Vonage application looks like 00000000-0000-4000-8000-000000000000.', 'ot-room' );
		case 'private_key':
			if ( ! function_exists( 'openssl_pkey_get_private' ) ) {
				return __( 'A Vonage application needs the PHP extension openssl. Ask your host to turn it on.', 'ot-room' );
			}
			return false !== openssl_pkey_get_private( private_key( $value ) ) ? null : __( 'That is no private key. Paste the whole file, from -----BEGIN PRIVATE KEY----- on.', 'ot-room' );
		case 'endpoint':
		case 'opentok_url':
			return 1 === preg_match( '~^(?:$|/|https?://[^/\s]+)\S*$~Di', $value ) ? null : __( 'An address begins with https://.', 'ot-room' );
		default:
			return null;
	}
}

<?php
/**
 * Rooms and the one session behind each, in a table of this plugin.
 *
 * Options cannot carry this: `add_option` overwrites what another request has added in between, and two people who come at once
 * would meet nobody.
 *
 * @package OtRoom
 */

namespace OtRoom;

const TABLE_VERSION = '1';

/** Seconds that a creation may take; then somebody else may try. */
const LEASE = 10;

/** Seconds that a visitor waits for whoever creates it: each keeps a worker of PHP from other visitors. */
const WAIT = 6;

function sessions_table(): string {
	global $wpdb;
	return $wpdb->prefix . 'ot_room_sessions';
}

function install_table(): void {
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	$table = sessions_table();
	dbDelta(
		"CREATE TABLE $table (
			place char(64) NOT NULL,
			room varchar(64) NOT NULL,
			session_id varchar(255) NOT NULL DEFAULT '',
			leader char(36) NOT NULL,
			lease_end bigint(20) unsigned NOT NULL,
			PRIMARY KEY  (place)
		) {$wpdb->get_charset_collate()};"
	);
	update_option( 'ot_room_table', TABLE_VERSION );
}

/** Sites of a network, and updates, get here without being activated. */
function update_table(): void {
	if ( TABLE_VERSION !== get_option( 'ot_room_table' ) ) {
		install_table();
	}
}

/**
 * The session of a room, created on its first join. However many ask at once, one of them creates it and all get the same.
 *
 * @throws Problem
 */
function session_of( string $room, Account $account, string $media_mode ): string {
	// Another project or media mode is another session. A hash, since collations take "é" for "e".
	$place  = hash( 'sha256', $account->application_id() . "\n$media_mode\n$room" );
	$leader = wp_generate_uuid4();
	$until  = time() + WAIT;
	do {
		$found = query_value( 'SELECT session_id FROM %i WHERE place = %s', $place );
		if ( is_string( $found ) && '' !== $found ) {
			return $found;
		}
		if ( claim( $place, $room, $leader ) && lead( $place, $leader, $account, $media_mode ) ) {
			continue;
		}
		usleep( wp_rand( 80, 160 ) * 1000 );
	} while ( time() < $until );
	throw new Problem( 'room-unavailable', __( 'The room is still being opened. Try again.', 'ot-room' ), 1 );
}

/** True for the one who may create the session now: nobody has claimed the place, or whoever did has died. */
function claim( string $place, string $room, string $leader ): bool {
	$first = change(
		"INSERT IGNORE INTO %i (place, room, leader, lease_end) VALUES (%s, %s, %s, UNIX_TIMESTAMP() + %d)",
		$place,
		$room,
		$leader,
		LEASE
	);
	return 1 === $first || 1 === change(
		"UPDATE %i SET leader = %s, lease_end = UNIX_TIMESTAMP() + %d WHERE place = %s AND session_id = '' AND lease_end < UNIX_TIMESTAMP()",
		$leader,
		LEASE,
		$place
	);
}

/** Creates the session; false if that took so long that somebody else was let try. */
function lead( string $place, string $leader, Account $account, string $media_mode ): bool {
	try {
		$session_id = create_session( $account, $media_mode );
	} catch ( \Throwable $error ) {
		change( "DELETE FROM %i WHERE place = %s AND leader = %s AND session_id = ''", $place, $leader );
		throw $error;
	}
	return 1 === change( "UPDATE %i SET session_id = %s WHERE place = %s AND leader = %s AND session_id = ''", $session_id, $place, $leader );
}

/** @return string|null */
function query_value( string $sql, ...$values ) {
	global $wpdb;
	$before = $wpdb->suppress_errors();
	$value  = $wpdb->get_var( in_table( $sql, $values ) );
	$wpdb->suppress_errors( $before );
	if ( '' !== $wpdb->last_error ) {
		throw store_failed();
	}
	return $value;
}

/** How many rows a statement has changed. */
function change( string $sql, ...$values ): int {
	global $wpdb;
	$before = $wpdb->suppress_errors();
	$rows   = $wpdb->query( in_table( $sql, $values ) );
	$wpdb->suppress_errors( $before );
	if ( false === $rows ) {
		throw store_failed();
	}
	return (int) $rows;
}

/** WordPress knows `%i` since 6.2 only; the name of the table is no input of anybody. */
function in_table( string $sql, array $values ): string {
	global $wpdb;
	return $wpdb->prepare( str_replace( '%i', sessions_table(), $sql ), ...$values );
}

function store_failed(): Problem {
	return new Problem( 'store-unavailable', __( 'The database of this site does not answer. Try again shortly.', 'ot-room' ), 2 );
}

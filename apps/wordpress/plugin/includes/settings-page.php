<?php
/**
 * Settings > Video rooms.
 *
 * @package OtRoom
 */

namespace OtRoom;

function add_settings_page(): void {
	add_options_page( __( 'Video rooms', 'ot-room' ), __( 'Video rooms', 'ot-room' ), 'manage_options', SETTINGS_PAGE, __NAMESPACE__ . '\show_settings_page' );
}

function link_to_settings( array $links ): array {
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( settings_url() ), esc_html__( 'Settings', 'ot-room' ) ) );
	return $links;
}

function show_settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Video rooms', 'ot-room' ); ?></h1>
		<?php show_state(); ?>
		<style><?php echo hidden_fields(); // phpcs:ignore WordPress.Security.EscapeOutput -- nothing of it is input. ?></style>
		<form action="options.php" method="post" autocomplete="off">
			<?php settings_fields( SETTINGS_PAGE ); ?>
			<table class="form-table" role="presentation">
				<?php
				show_choice(
					'source',
					__( 'Tokens come from', 'ot-room' ),
					array(
						'opentok'  => __( 'this site, with an OpenTok project', 'ot-room' ),
						'vonage'   => __( 'this site, with a Vonage application', 'ot-room' ),
						'endpoint' => __( 'a backend of @ot-room/backend', 'ot-room' ),
					),
					''
				);
				show_text( 'api_key', __( 'OpenTok API key', 'ot-room' ), '' );
				show_secret( 'api_secret', __( 'OpenTok API secret', 'ot-room' ) );
				show_text( 'application_id', __( 'Vonage application ID', 'ot-room' ), '' );
				show_secret_lines( 'private_key', __( 'Vonage private key', 'ot-room' ) );
				show_text( 'endpoint', __( 'Address of the backend', 'ot-room' ), __( 'It decides who may enter, and has to list this site among its origins.', 'ot-room' ) );
				show_choice(
					'media_mode',
					__( 'Media of new rooms', 'ot-room' ),
					array(
						'relayed' => __( 'relayed: from visitor to visitor, best for two', 'ot-room' ),
						'routed'  => __( 'routed: through the media router, best for three and more', 'ot-room' ),
					),
					__( 'A room that changes between the two gets another session: reload its page.', 'ot-room' )
				);
				show_text( 'opentok_url', __( 'Address of OpenTok.js', 'ot-room' ), __( 'Empty: the copy of its maker, loaded when a visitor joins.', 'ot-room' ) );
				?>
			</table>
			<?php submit_button( __( 'Save and check', 'ot-room' ) ); ?>
		</form>
		<h2><?php esc_html_e( 'Put a room on a page', 'ot-room' ); ?></h2>
		<p>
			<?php esc_html_e( 'Insert the block "Video room", or where there are no blocks:', 'ot-room' ); ?>
			<code>[ot_room room="support"]</code>
		</p>
		<p><?php esc_html_e( 'Everybody who opens a room of the same name meets in it. Who may moderate comments is a host in every room.', 'ot-room' ); ?></p>
	</div>
	<?php
}

/** Says whether the platform takes what is stored: looked up now, so that it is true. */
function show_state(): void {
	if ( ! is_set_up() ) {
		show_notice( 'info', __( 'Rooms open as soon as the fields below are filled in.', 'ot-room' ) );
		return;
	}
	if ( 'endpoint' === source() ) {
		return;
	}
	// Only after saving: it asks this server itself, which some servers answer slowly.
	$faults = array( missing_extensions(), isset( $_GET['settings-updated'] ) ? blocked_route() : null ); // phpcs:ignore WordPress.Security.NonceVerification -- nothing is changed.
	foreach ( array_filter( $faults ) as $fault ) {
		show_notice( 'warning', $fault );
	}
	try {
		check_credentials( account() );
		show_notice( 'success', __( 'The video platform takes these credentials. Rooms are open.', 'ot-room' ) );
	} catch ( Problem $problem ) {
		$sentence = 'platform-refused' === $problem->problem
			? __( 'The video platform refuses these credentials. Compare them with those in your account.', 'ot-room' )
			: $problem->getMessage();
		show_notice( 'error', $sentence );
	}
}

function show_notice( string $kind, string $sentence ): void {
	printf( '<div class="notice notice-%s inline"><p>%s</p></div>', esc_attr( $kind ), esc_html( $sentence ) );
}

/** The fields of one way to get tokens are out of sight while another one is chosen. */
const FIELDS_OF = array(
	'opentok'  => array( 'api_key', 'api_secret' ),
	'vonage'   => array( 'application_id', 'private_key' ),
	'endpoint' => array( 'endpoint' ),
);

/** A style sheet; browsers that do not know `:has` show all fields. */
function hidden_fields(): string {
	$rules = '';
	foreach ( FIELDS_OF as $source => $names ) {
		foreach ( $names as $name ) {
			$rules .= "form:not(:has([value='$source']:checked)) tr:has(#ot-room-$name) { display: none }\n";
		}
	}
	return $rules;
}

/** A row of the form; `$field` is HTML that is escaped already. */
function show_row( string $name, string $label, string $field, string $help ): void {
	$help = is_fixed( $name ) ? __( 'Set in wp-config.php.', 'ot-room' ) : $help;
	printf(
		'<tr><th scope="row"><label for="ot-room-%1$s">%2$s</label></th><td>%3$s%4$s</td></tr>',
		esc_attr( $name ),
		esc_html( $label ),
		$field, // phpcs:ignore WordPress.Security.EscapeOutput -- escaped where it was made.
		'' === $help ? '' : '<p class="description">' . esc_html( $help ) . '</p>'
	);
}

/** The attributes that every field has. */
function field_attributes( string $name ): string {
	return sprintf( 'id="ot-room-%1$s" name="%2$s[%1$s]"%3$s', esc_attr( $name ), esc_attr( OPTION ), is_fixed( $name ) ? ' disabled' : '' );
}

function show_text( string $name, string $label, string $help ): void {
	$field = sprintf( '<input type="text" class="regular-text code" value="%s" %s>', esc_attr( setting( $name ) ), field_attributes( $name ) );
	show_row( $name, $label, $field, $help );
}

function show_secret( string $name, string $label ): void {
	$field = sprintf( '<input type="password" class="regular-text code" autocomplete="new-password" %s>', field_attributes( $name ) );
	show_row( $name, $label, $field, help_for_secret( $name ) );
}

function show_secret_lines( string $name, string $label ): void {
	$field = sprintf( '<textarea rows="4" class="large-text code" spellcheck="false" %s></textarea>', field_attributes( $name ) );
	show_row( $name, $label, $field, help_for_secret( $name ) );
}

function help_for_secret( string $name ): string {
	return '' === setting( $name ) ? '' : __( 'There is one, which is never shown again. Leave this empty to keep it.', 'ot-room' );
}

function show_choice( string $name, string $label, array $choices, string $help ): void {
	$options = '';
	foreach ( $choices as $value => $text ) {
		$options .= sprintf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( setting( $name ), $value, false ), esc_html( $text ) );
	}
	show_row( $name, $label, sprintf( '<select %s>%s</select>', field_attributes( $name ), $options ), $help );
}
